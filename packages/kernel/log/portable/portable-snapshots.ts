import { equalBytes } from "@mingbai/codec/bytes";
import type { BlockRecord } from "../chain/block-record.ts";
import { decodeMarks, marksSection, snapshotsFolder } from "../chain/chain-snapshot.ts";
import type { LedgerChain } from "../chain/ledger-chain.ts";
import type { Disk } from "../disk/disk.ts";
import { isRefusedAsFull } from "../disk/disk-error.ts";
import { removePartials } from "../disk/whole-file.ts";
import { LogDamaged } from "../segments/log-error.ts";
import { followSnapshots, type Snapshot } from "../snapshots/snapshot-store.ts";
import { findPortable, type PortableFile, readPiece, writePortable } from "./portable-file.ts";
import { portableStream } from "./portable-stream.ts";

export const portableFolder = "portable";
/** Somebody who joins takes a while to find one and to fetch it: the newest alone would be gone by then. */
export const portablesKept = 10;
const nameSuffix = ".portable";
const heightDigits = 16;

interface Parts {
  readonly disk: Disk;
  /** The chain's folder. */
  readonly folder: string;
  readonly chain: Pick<LedgerChain, "readBlock" | "readBody" | "durableBlocks">;
  /** What others fetch at once. */
  readonly pieceBytes: number;
}

/**
 * A ledger's snapshots as others may take them, by the height whose app hash proves them: a snapshot's own app hash says nothing
 * of its state, whose root is mixed in 64 heights later. Each is the state with the blocks from there up to that height.
 */
export class PortableSnapshots {
  readonly #parts: Parts;
  readonly #files = new Map<number, PortableFile>();
  /** Heights of snapshots that were looked at and need not be again. */
  readonly #seen = new Set<number>();
  #working: Promise<void> = Promise.resolve();

  private constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Opens what is there; removes what a crash left, or a disk spoiled. */
  static async open(parts: Parts): Promise<PortableSnapshots> {
    const { disk } = parts;
    const folder = `${parts.folder}/${portableFolder}`;
    await disk.makeFolder(folder);
    await removePartials(disk, folder);
    const snapshots = new PortableSnapshots(parts);
    for (const name of await disk.list(folder)) {
      const file = await findPortable(disk, `${folder}/${name}`);
      if (file === undefined) await disk.remove(`${folder}/${name}`);
      else snapshots.#files.set(Number(name.slice(0, heightDigits)), file);
    }
    return snapshots;
  }

  /** Heights by which they are offered, the newest first, with what is said of each. */
  list(): (PortableFile & { readonly height: number })[] {
    return [...this.#files].map(([height, file]) => ({ height, ...file })).sort((a, b) => b.height - a.height);
  }

  /** One piece, every byte checked; undefined where it is not, or no longer, here. */
  async readPiece(height: number, index: number): Promise<Uint8Array | undefined> {
    const file = this.#files.get(height);
    return file && readPiece(this.#parts.disk, { ...file, path: this.#pathOf(height) }, index);
  }

  /**
   * Writes what can be proved by now. Call it when a state root came into the app hash. Without room there is none this time;
   * rejects where the disk failed otherwise.
   */
  refresh(): Promise<void> {
    this.#working = this.#working.then(() => this.#writeDue());
    return this.#working;
  }

  /** Resolves when nothing is being written. */
  settled(): Promise<void> {
    return this.#working;
  }

  async #writeDue(): Promise<void> {
    const { disk, folder } = this.#parts;
    const snapshots = followSnapshots({ disk, folder: `${folder}/${snapshotsFolder}` });
    for (const height of await snapshots.heights()) {
      if (this.#seen.has(height)) continue;
      try {
        await this.#write(await snapshots.open(height));
      } catch (error) {
        // Who opens the ledger again says what is damaged; a full disk has no room for a second copy.
        if (!isRefusedAsFull(error) && !(error instanceof LogDamaged)) throw error;
      }
    }
  }

  async #write(snapshot: Snapshot): Promise<void> {
    const { disk, chain, pieceBytes } = this.#parts;
    const blocks = await this.#provingBlocks(snapshot);
    if (blocks === "not yet") return;
    this.#seen.add(snapshot.height);
    const height = blocks.at(-1)?.height;
    if (height === undefined || this.#files.has(height)) return;
    const path = this.#pathOf(height);
    const readBody = (container: Parameters<typeof chain.readBody>[0]) => chain.readBody(container);
    const file = await writePortable({ disk, path, pieceBytes }, portableStream({ snapshot, blocks, readBody }));
    this.#files.set(height, file);
    for (const { height: old } of this.list().slice(portablesKept)) {
      this.#files.delete(old);
      await disk.remove(this.#pathOf(old));
    }
    await disk.syncFolder(`${this.#parts.folder}/${portableFolder}`);
  }

  /** The blocks after a snapshot up to the one that mixes in its root; none where a later root came before. */
  async #provingBlocks(snapshot: Snapshot): Promise<readonly BlockRecord[] | "not yet"> {
    const { chain } = this.#parts;
    const { blockNumber, marks } = await readMarks(snapshot);
    const root = marks.pendingRoot?.root ?? new Uint8Array();
    const blocks: BlockRecord[] = [];
    for (let number = blockNumber + 1; number < chain.durableBlocks; number++) {
      const record = await chain.readBlock(number);
      blocks.push(record);
      if (equalBytes(record.stateRoot, root)) return blocks;
      if (record.sealedRoot !== undefined) return [];
    }
    return "not yet";
  }

  #pathOf(height: number): string {
    const { folder } = this.#parts;
    return `${folder}/${portableFolder}/${String(height).padStart(heightDigits, "0")}${nameSuffix}`;
  }
}

async function readMarks(snapshot: Snapshot) {
  const parts: Uint8Array[] = [];
  for await (const { section, bytes } of snapshot.chunks()) {
    if (section !== marksSection) break;
    parts.push(bytes);
  }
  return decodeMarks(Buffer.concat(parts));
}
