import { checkpointEveryMs } from "./limits.ts";

/**
 * True where a block at `nowMs` shows that the tree after the last effective block, at `lastMs`, is to be signed: it was the
 * last of its quarter second of block time. Which trees are signed thus follows from the ledger's blocks alone, on every
 * member the same; a later block, which may be empty, only says that it is time.
 */
export function isDue({ lastMs, nowMs }: { readonly lastMs: number; readonly nowMs: number }): boolean {
  return Math.floor(nowMs / checkpointEveryMs) > Math.floor(lastMs / checkpointEveryMs);
}
