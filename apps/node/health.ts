import type { OpenLedger } from "./open-ledger.ts";

/** What `/health` answers: the sequencer's state, the ledger's height, and how many blocks the tables are behind it. */
export function healthOf({ chain, sequencer }: OpenLedger, projectedHeight: number) {
  const { state: now } = sequencer;
  const state = now === "failed" || now === "closing" ? ("stopped" as const) : now;
  return { state, height: chain.head.height, readModelBehind: Math.max(0, chain.head.height - projectedHeight) };
}
