import type { Genesis } from "@mingbai/ledger/genesis/genesis";
import { findRosterOfEpoch, lastRoster, type RosterRow } from "@mingbai/ledger/genesis/rosters";
import { findRosterNote } from "@mingbai/ledger/proofs/roster-note";
import type { BlockRecord } from "@mingbai/log/chain/block-record";
import type { LedgerChain } from "@mingbai/log/chain/ledger-chain";
import type { TileFiles } from "@mingbai/log/merkle/tile-files";
import type { Cosigning } from "@mingbai/sequencer/cosigning/cosigning";

/** Where the note of an epoch's roster is published. */
export function rosterFile(epoch: number): string {
  return `roster/${epoch}`;
}

/** A height that is durable, with the size of the log before and after it. */
interface Passed {
  readonly height: number;
  readonly sizeBefore: number;
  readonly sizeAfter: number;
}

/** What is published of a chain follows from its durable blocks and its state. */
export type PublishedChain = Pick<LedgerChain, "chain" | "head" | "state" | "blocksFromLogSize" | "blocksFromHeight">;

interface Parts {
  readonly chain: PublishedChain;
  readonly genesis: Genesis;
  readonly cosigning: Cosigning;
  readonly files: Pick<TileFiles, "read">;
}

/** Shows the ledger's rosters to whoever gathers signatures for them, each once it is known from which leaf on it counts. */
export class LedgerRosters {
  readonly #parts: Parts;
  /** What came into force before is read from blocks, or from a note; never from what passes now. */
  readonly #openedHeight: number;

  private constructor(parts: Parts) {
    this.#parts = parts;
    this.#openedHeight = parts.chain.head.height;
  }

  /** Takes the notes on the disk and the rosters that the ledger remembers. */
  static async open(parts: Parts): Promise<LedgerRosters> {
    const { chain, genesis, cosigning, files } = parts;
    const book = cosigning.rosters;
    await cosigning.learnRoster({ fromSize: 0, fromHeight: 0, roster: genesis.roster });
    const last = lastRoster(chain.state).epoch;
    for (let epoch = 0; epoch <= last; epoch++) {
      const bytes = await files.read(rosterFile(epoch));
      const note = bytes && findRosterNote(new TextDecoder().decode(bytes));
      if (note !== undefined) book.merge(note);
      const row = book.nextEpoch > epoch ? undefined : findRosterOfEpoch(chain.state, epoch);
      const fromSize = row && (await findFromSize(chain, row));
      if (row !== undefined && fromSize !== undefined) await cosigning.learnRoster(statementOf(row, fromSize));
    }
    return new LedgerRosters(parts);
  }

  /** Follows a height, which may have changed nothing. */
  async passed({ height, sizeBefore, sizeAfter }: Passed): Promise<void> {
    const { chain, cosigning } = this.#parts;
    for (;;) {
      const row = findRosterOfEpoch(chain.state, cosigning.rosters.nextEpoch);
      if (row === undefined || row.fromHeight <= this.#openedHeight || row.fromHeight > height + 1) return;
      await cosigning.learnRoster(statementOf(row, row.fromHeight <= height ? sizeBefore : sizeAfter));
    }
  }
}

function statementOf({ epoch, members, fromHeight }: RosterRow, fromSize: number) {
  return { fromSize, fromHeight, roster: { epoch, members } };
}

/** The size of the log before the first block under a roster; undefined where that is not known (yet, or any more). */
async function findFromSize(chain: PublishedChain, { fromHeight }: RosterRow): Promise<number | undefined> {
  const oldest = await firstBlock(chain, 0);
  // What came before the oldest block that is kept cannot be counted.
  if (oldest === undefined ? chain.head.logSize > 0 : startOf(oldest) > 0 && oldest.height >= fromHeight)
    return undefined;
  const first = await firstBlock(chain, fromHeight);
  if (first !== undefined) return startOf(first);
  return fromHeight <= chain.head.height + 1 ? chain.head.logSize : undefined;
}

async function firstBlock(chain: PublishedChain, height: number): Promise<BlockRecord | undefined> {
  for await (const block of chain.blocksFromHeight(height)) return block;
  return undefined;
}

function startOf({ logSize, outcomes }: BlockRecord): number {
  return logSize - outcomes.length;
}
