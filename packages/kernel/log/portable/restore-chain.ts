import { equalBytes, utf8 } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { z } from "zod";
import { saveStores, snapshotsFolder } from "../chain/chain-snapshot.ts";
import { blocksFolder, bodiesFolder, type ChainOptions, LedgerChain } from "../chain/ledger-chain.ts";
import type { Disk } from "../disk/disk.ts";
import { findWholeFile, orAbsent, writeWholeFile } from "../disk/whole-file.ts";
import { beginSegmentLog } from "../segments/begin-segment-log.ts";
import type { OrderedBlock } from "./ordered-block.ts";
import { portableFolder } from "./portable-snapshots.ts";
import { type PortableState, readPortable } from "./portable-stream.ts";
import { PullReader } from "./pull-reader.ts";
import { type CheckCarried, takeOrdered } from "./take-ordered.ts";

/** Beside a restored ledger, once its app hash was the trusted one: without it, what is there is half a restore. */
export const restoredName = "restored.json";

const Restored = z.strictObject({ height: z.int().positive(), appHash: z.string() });

interface Parts {
  /** A folder that only restored ledgers lie in: what is there goes. */
  readonly chain: ChainOptions;
  readonly check: CheckCarried;
  /** Wall clock, ms since epoch. */
  readonly now: () => number;
}

/** Where the ledger must stand after the last block. */
export interface TrustedHead {
  readonly height: number;
  readonly appHash: Uint8Array;
}

/**
 * Makes a ledger of a snapshot that somebody sent, cut anywhere. State is hashed again, the blocks behind it are executed;
 * that the app hash after the last is the trusted one says that all of it is true: log, effects, rosters, and the state's root.
 */
export class RestoreChain {
  readonly #parts: Parts;
  readonly #reader: PullReader;
  #state: PortableState | undefined;
  #blocks: OrderedBlock[] = [];
  #chain: LedgerChain | undefined;

  private constructor(parts: Parts) {
    this.#parts = parts;
    this.#reader = new PullReader(
      readPortable({
        state: (state) => {
          this.#state = state;
        },
        block: (block) => void this.#blocks.push(block),
      }),
    );
  }

  /** Begins anew: what an earlier restore left in the folder goes. */
  static async begin(parts: Parts): Promise<RestoreChain> {
    await removeRestored(parts.chain);
    return new RestoreChain(parts);
  }

  /** Takes the next bytes of the stream, one call at a time. Rejects with SyntaxError where they cannot be true. */
  async push(bytes: Uint8Array): Promise<void> {
    this.#reader.push(bytes);
    const state = this.#state;
    this.#state = undefined;
    if (state !== undefined) this.#chain = await this.#open(state);
    for (const block of this.#blocks.splice(0)) await this.#execute(block);
  }

  /** The ledger, when all has come. Rejects with SyntaxError where it does not stand at the trusted head. */
  async finish({ height, appHash }: TrustedHead): Promise<LedgerChain> {
    const chain = this.#chain;
    if (chain === undefined || !this.#reader.isOver) throw new SyntaxError("the snapshot ends too early");
    if (chain.head.height !== height || !equalBytes(chain.head.appHash, appHash)) {
      throw new SyntaxError(`the snapshot gives another app hash at height ${height} than the one decided`);
    }
    const { disk, folder } = this.#parts.chain;
    await writeWholeFile(disk, `${folder}/${restoredName}`, utf8(JSON.stringify({ height, appHash: toHex(appHash) })));
    return chain;
  }

  /** Gives up: lets go of the files. */
  async abandon(): Promise<void> {
    await this.#chain?.close();
  }

  async #open({ marks: { blockNumber, marks }, stores }: PortableState): Promise<LedgerChain> {
    const { chain: options, now } = this.#parts;
    const { disk, folder } = options;
    for (const name of [blocksFolder, bodiesFolder]) await disk.makeFolder(`${folder}/${name}`);
    const size = sizeOf(options);
    const blocks = await beginSegmentLog({ disk, folder: `${folder}/${blocksFolder}`, ...size }, blockNumber + 1);
    await blocks.close();
    const originSequence = restoredSequence(now());
    await saveStores({ disk, folder, marks: { blockNumber, originSequence, marks }, stores });
    return LedgerChain.open(options);
  }

  async #execute(block: OrderedBlock): Promise<void> {
    const chain = this.#chain;
    if (chain === undefined) throw new SyntaxError("a snapshot with blocks and no state");
    chain.append(await takeOrdered(block, { chain, check: this.#parts.check }));
    await chain.commit();
  }
}

/** The height and app hash at which a restored ledger was believed; undefined where none lies in the folder, or half of one. */
export async function findRestored({ disk, folder }: Pick<ChainOptions, "disk" | "folder">) {
  const bytes = await findWholeFile(disk, `${folder}/${restoredName}`);
  return bytes && Restored.parse(JSON.parse(new TextDecoder().decode(bytes)));
}

/** Removes a restored ledger, whole or half; what says that it is whole goes first. */
export async function removeRestored({ disk, folder }: Pick<ChainOptions, "disk" | "folder">): Promise<void> {
  await disk.makeFolder(folder);
  await orAbsent(disk.remove(`${folder}/${restoredName}`));
  await disk.syncFolder(folder);
  for (const name of [blocksFolder, bodiesFolder, snapshotsFolder, portableFolder]) {
    await removeFiles(disk, `${folder}/${name}`);
  }
}

async function removeFiles(disk: Disk, folder: string): Promise<void> {
  for (const name of (await orAbsent(disk.list(folder))) ?? []) await disk.remove(`${folder}/${name}`);
  await orAbsent(disk.syncFolder(folder));
}

/**
 * A number for a member's next container beyond all that it may have used and forgot: no member makes a thousand
 * containers each ms, and no clock is trusted for anything else here.
 */
const sequencesPerMs = 1_024;
function restoredSequence(nowMs: number): number {
  return nowMs * sequencesPerMs;
}

function sizeOf({ segmentBytes, makeSalt }: ChainOptions) {
  return { ...(segmentBytes !== undefined && { segmentBytes }), ...(makeSalt && { makeSalt }) };
}
