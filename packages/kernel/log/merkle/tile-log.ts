import { emptyRoot, hashBytes, leafHash } from "@mingbai/ledger/proofs/hash";
import { type CompactRange, foldRight } from "./compact-range.ts";
import { entryBytesMax, formatEntryBundle } from "./entry-bundle.ts";
import {
  consistencyRanges,
  inclusionRanges,
  type LeafRange,
  type PerfectNode,
  perfectNodes,
} from "./subtree-ranges.ts";
import { createEdge, edgeRoot, foldHashes, pushHash, type TileEdge } from "./tile-edge.ts";
import type { TileFiles } from "./tile-files.ts";
import { type Tile, tileHeight, tilePath, tileWidth } from "./tile-path.ts";
import { TileReader } from "./tile-reader.ts";

/** Full tiles and bundles that may wait for `publish`; a caller that appends more has forgotten to publish. */
export const tilesPendingMax = 8_192;

/** Where a log that is opened again stands: the edge of each level, and the entries of the last, partial bundle. */
export interface TileLogStart {
  readonly files: TileFiles;
  readonly edges: TileEdge[];
  readonly entries: Uint8Array[];
}

/**
 * The Merkle log as C2SP tiles: the right edge in memory, whole tiles in files. One writer. Leaves are proved as soon
 * as they are appended; files hold them after `publish`.
 */
export class TileLog {
  readonly #files: TileFiles;
  readonly #reader: TileReader;
  readonly #edges: TileEdge[];
  #entries: Uint8Array[];
  readonly #pending = new Map<string, { tile: Tile; bytes: Uint8Array }>();
  readonly #partialWritten = new Map<Tile["level"], string>();
  #isPublishing = false;

  constructor(start: TileLogStart) {
    this.#files = start.files;
    this.#reader = new TileReader(start.files);
    this.#edges = start.edges;
    this.#entries = start.entries;
  }

  get size(): number {
    const edge = this.#edges[0];
    return edge === undefined ? 0 : edge.index * tileWidth + edge.count;
  }

  /** Appends one leaf of up to 65,535 bytes; returns its index. */
  append(leaf: Uint8Array): number {
    if (leaf.length > entryBytesMax) throw new RangeError("a leaf is longer than a bundle can hold");
    if (this.#pending.size >= tilesPendingMax) throw new RangeError("too many tiles wait to be published");
    const index = this.size;
    this.#entries.push(leaf.slice());
    for (const { level, index: place, bytes } of pushHash(this.#edges, leafHash(leaf))) {
      this.#keep({ level, index: place, width: tileWidth }, bytes);
    }
    if (this.#entries.length === tileWidth) {
      const bundle: Tile = { level: "entries", index: Math.floor(index / tileWidth), width: tileWidth };
      this.#keep(bundle, formatEntryBundle(this.#entries));
      this.#entries = [];
    }
    return index;
  }

  /** RFC 6962 root at the size now or an earlier one. */
  async rootAt(size: number): Promise<Uint8Array> {
    return size === 0 ? emptyRoot : this.#hashOf({ start: 0, end: this.#within(size) });
  }

  /** The perfect subtrees of the log at a size, as a compact range. */
  async rangeAt(size: number): Promise<CompactRange> {
    const nodes = perfectNodes({ start: 0, end: this.#within(size) });
    return { size, hashes: await Promise.all(nodes.map((node) => this.#nodeAt(node))) };
  }

  /** That leaf `index` is in the log of `size`: hashes, leaf's sibling first. Throws RangeError for a place outside. */
  async proveInclusion(place: { readonly index: number; readonly size: number }): Promise<Uint8Array[]> {
    const ranges = inclusionRanges(place.index, this.#within(place.size));
    return Promise.all(ranges.map((range) => this.#hashOf(range)));
  }

  /** That the log of size `to` begins with the log of size `from`. Throws RangeError unless 0 ≤ from ≤ to ≤ size. */
  async proveConsistency(sizes: { readonly from: number; readonly to: number }): Promise<Uint8Array[]> {
    const ranges = consistencyRanges(sizes.from, this.#within(sizes.to));
    return Promise.all(ranges.map((range) => this.#hashOf(range)));
  }

  /**
   * Writes every tile and bundle of the log as it stands, full and partial, and answers with what a checkpoint may now
   * state. Only then may a checkpoint of this size be given away. One call at a time.
   */
  async publish(): Promise<{ readonly size: number; readonly root: Uint8Array }> {
    if (this.#isPublishing) throw new RangeError("the log is being published already");
    this.#isPublishing = true;
    try {
      const size = this.size;
      const full = [...this.#pending];
      const partial = this.#partialTiles().filter(
        ({ tile }) => this.#partialWritten.get(tile.level) !== tilePath(tile),
      );
      const root = this.rootAt(size);
      for (const { tile, bytes } of [...full.map(([, kept]) => kept), ...partial]) {
        await this.#files.write(tilePath(tile), bytes);
      }
      await this.#files.sync();
      for (const { tile } of partial) this.#partialWritten.set(tile.level, tilePath(tile));
      for (const [path] of full) {
        this.#pending.delete(path);
        await this.#removePartials(path);
      }
      return { size, root: await root };
    } finally {
      this.#isPublishing = false;
    }
  }

  #keep(tile: Tile, bytes: Uint8Array): void {
    this.#pending.set(tilePath(tile), { tile, bytes });
  }

  /** Copies, since leaves may be appended while they are written. */
  #partialTiles(): { tile: Tile; bytes: Uint8Array }[] {
    const tiles: { tile: Tile; bytes: Uint8Array }[] = [];
    this.#edges.forEach((edge, level) => {
      if (edge.count === 0) return;
      tiles.push({
        tile: { level, index: edge.index, width: edge.count },
        bytes: edge.bytes.slice(0, edge.count * hashBytes),
      });
    });
    const width = this.#entries.length;
    if (width === 0) return tiles;
    const bundle: Tile = { level: "entries", index: Math.floor(this.size / tileWidth), width };
    return [...tiles, { tile: bundle, bytes: formatEntryBundle(this.#entries) }];
  }

  async #removePartials(path: string): Promise<void> {
    for (const width of await this.#files.list(`${path}.p`)) await this.#files.remove(`${path}.p/${width}`);
  }

  async #hashOf(range: LeafRange): Promise<Uint8Array> {
    const hashes = await Promise.all(perfectNodes(range).map((node) => this.#nodeAt(node)));
    return foldRight(hashes) ?? emptyRoot;
  }

  #nodeAt(node: PerfectNode): Uint8Array | Promise<Uint8Array> {
    const level = Math.floor(node.level / tileHeight);
    const width = 2 ** (node.level % tileHeight);
    const index = Math.floor((node.index * width) / tileWidth);
    const first = (node.index * width) % tileWidth;
    const edge = this.#edges[level] ?? createEdge(0);
    if (index === edge.index) return edgeRoot(edge, first, width);
    const waiting = this.#pending.get(tilePath({ level, index, width: tileWidth }));
    if (waiting !== undefined) return foldHashes(waiting.bytes, first, width);
    return this.#reader.nodeAt(node.level, node.index);
  }

  #within(size: number): number {
    if (!Number.isInteger(size) || size < 0 || size > this.size) throw new RangeError(`the log has no size ${size}`);
    return size;
  }
}
