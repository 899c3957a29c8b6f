import { equalBytes } from "@mingbai/codec/bytes";
import type { LedgerChain } from "@mingbai/log/chain/ledger-chain";
import { carriedBlock, type OrderedBlock, readOrderedBlock } from "@mingbai/log/portable/ordered-block";
import { type Pulled, PullReader } from "@mingbai/log/portable/pull-reader";
import type { TrustedHead } from "@mingbai/log/portable/restore-chain";
import { type CheckCarried, takeOrdered } from "@mingbai/log/portable/take-ordered";
import type { HistoryAnswer, HistoryPlace } from "./history-frames.ts";

/** The history that members gave is not the ledger's: it is fetched again, from another first. */
export class HistoryRefused extends Error {
  override readonly name = "HistoryRefused";
}

/** Blocks that came with so many bytes are made durable together: each time takes two syncs, one after the other. */
export const commitBytesMin = 16 * 1024 * 1024;

export interface Completing {
  /** From its last block on, to the trusted one. */
  readonly chain: LedgerChain;
  readonly until: TrustedHead;
  readonly fetch: (from: HistoryPlace) => Promise<HistoryAnswer & { readonly member: number }>;
  readonly check: CheckCarried;
  readonly onProgress?: (height: number) => void;
}

/**
 * Executes everything up to a trusted height, as it is fetched. Each block is judged as one of the network's own; that the app
 * hash at the end is the trusted one proves them all. Rejects with `HistoryRefused` where it is not, or a block cannot be one.
 */
export async function completeHistory({ chain, until, fetch, check, onProgress }: Completing): Promise<void> {
  const members = new Set<number>();
  let blocks: OrderedBlock[] = [];
  const reader = new PullReader(readBlocks((block) => void blocks.push(block)));
  let place = { height: chain.head.height + 1, offset: 0 };
  let uncommittedBytes = 0;
  let coming = place.height <= until.height ? fetch(place) : undefined;
  try {
    while (coming !== undefined) {
      const { bytes, next, member } = await coming;
      members.add(member);
      expectBeyond({ place, next, bytes });
      place = next;
      reader.push(bytes);
      const due = blocks.filter(({ height }) => height <= until.height);
      const isAll = due.length < blocks.length || next.height > until.height;
      blocks = [];
      // The next bytes are on their way while these are executed.
      coming = isAll ? undefined : fetch(next);
      coming?.catch(() => undefined);
      for (const block of due) chain.append(await takeOrdered(block, { chain, check }));
      uncommittedBytes += bytes.length;
      if (coming !== undefined && uncommittedBytes < commitBytesMin) continue;
      uncommittedBytes = 0;
      // Of many blocks the bodies go first: a start cuts off only so few that lack theirs as one commit of a running node has.
      await chain.bodies.commit();
      await chain.commit();
      onProgress?.(chain.head.height);
    }
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) throw refused(members, error);
    throw error;
  }
  if (!(await stoodAt(chain, until))) throw refused(members, undefined);
}

/** Executes what a restored ledger has beyond this one's last block. */
export async function followChain(
  chain: LedgerChain,
  { from, check }: { readonly from: LedgerChain; readonly check: CheckCarried },
): Promise<void> {
  for await (const record of from.blocksFromHeight(chain.head.height + 1)) {
    const block = await carriedBlock(record, (container) => from.readBody(container));
    const { head } = chain.append(await takeOrdered(block, { chain, check }));
    if (!equalBytes(head.appHash, record.appHash)) {
      throw new Error(`block ${record.height} gives another app hash after its whole history than after its snapshot`);
    }
    await chain.commit();
  }
}

/** Each answer leads on, or a liar's would be asked for without end. */
function expectBeyond({ place, next, bytes }: { place: HistoryPlace; next: HistoryPlace; bytes: Uint8Array }): void {
  const isSameBlock = next.height === place.height && next.offset === place.offset + bytes.length && bytes.length > 0;
  if (!isSameBlock && next.height <= place.height) throw new SyntaxError("an answer does not lead on");
}

/** True where the ledger, at this height, had the trusted app hash. */
async function stoodAt(chain: LedgerChain, { height, appHash }: TrustedHead): Promise<boolean> {
  for await (const block of chain.blocksFromHeight(height)) {
    return block.height === height && equalBytes(block.appHash, appHash);
  }
  return false;
}

function* readBlocks(take: (block: OrderedBlock) => void): Pulled<void> {
  for (;;) take(yield* readOrderedBlock());
}

function refused(members: ReadonlySet<number>, cause: unknown): HistoryRefused {
  const numbers = [...members].join(", ");
  return new HistoryRefused(`the history that came from member ${numbers} is not the ledger's`, { cause });
}
