import { hashBytes, nodeHash } from "@mingbai/ledger/proofs/hash";
import type { TileFiles } from "./tile-files.ts";
import { tileHeight, tilePath, tileWidth } from "./tile-path.ts";

/** Full tiles kept with their inner nodes, 16 KiB each. */
export const tilesCachedMax = 1_024;

/** The hashes of a full tile and of the nodes above them: level 0 at 0, level 1 behind it, and so on. */
type TileNodes = Uint8Array;

/** Reads nodes of the tree out of full tiles, through a cache of the last used ones. Tiles never change, so neither does the cache. */
export class TileReader {
  readonly #files: TileFiles;
  readonly #cache = new Map<string, TileNodes>();

  constructor(files: TileFiles) {
    this.#files = files;
  }

  /** Hash over 2^level leaves at index × 2^level, where they lie within a full tile. Rejects where the tile is missing or cut. */
  async nodeAt(level: number, index: number): Promise<Uint8Array> {
    const inner = level % tileHeight;
    const perTile = tileWidth / 2 ** inner;
    const nodes = await this.#nodesOf(Math.floor(level / tileHeight), Math.floor(index / perTile));
    const at = (firstOfLevel(inner) + (index % perTile)) * hashBytes;
    return nodes.subarray(at, at + hashBytes);
  }

  async #nodesOf(level: number, index: number): Promise<TileNodes> {
    const path = tilePath({ level, index, width: tileWidth });
    const cached = this.#cache.get(path);
    if (cached !== undefined) {
      this.#cache.delete(path);
      this.#cache.set(path, cached);
      return cached;
    }
    const tile = await this.#files.read(path);
    if (tile?.length !== tileWidth * hashBytes) throw new SyntaxError(`${path} is missing or not a full tile`);
    const nodes = nodesOver(tile);
    this.#cache.set(path, nodes);
    const [oldest] = this.#cache.keys();
    if (this.#cache.size > tilesCachedMax && oldest !== undefined) this.#cache.delete(oldest);
    return nodes;
  }
}

function firstOfLevel(inner: number): number {
  return 2 * tileWidth - (2 * tileWidth) / 2 ** inner;
}

/** A full tile's hashes followed by the nodes over them, up to the tile's root. */
export function nodesOver(tile: Uint8Array): TileNodes {
  const nodes = new Uint8Array((2 * tileWidth - 1) * hashBytes);
  nodes.set(tile);
  for (let from = 0, to = tileWidth; to < 2 * tileWidth - 1; from += 2, to++) {
    nodes.set(nodeHash(hashAt(nodes, from), hashAt(nodes, from + 1)), to * hashBytes);
  }
  return nodes;
}

function hashAt(hashes: Uint8Array, place: number): Uint8Array {
  return hashes.subarray(place * hashBytes, (place + 1) * hashBytes);
}
