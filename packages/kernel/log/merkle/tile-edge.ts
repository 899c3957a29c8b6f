import { hashBytes, nodeHash } from "./hash.ts";
import { tileWidth } from "./tile-path.ts";
import { nodesOver } from "./tile-reader.ts";

/** The rightmost tile of one level while it fills up. */
export interface TileEdge {
  /** Which tile of its level this is. */
  index: number;
  count: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A tile that has just become full, and its level. */
export interface FullTile {
  readonly level: number;
  readonly index: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export function createEdge(index: number, hashes: Uint8Array = new Uint8Array(0)): TileEdge {
  const bytes = new Uint8Array(tileWidth * hashBytes);
  bytes.set(hashes);
  return { index, count: hashes.length / hashBytes, bytes };
}

/** Adds a leaf's hash to the edges, lowest level first; returns the tiles that it filled. */
export function pushHash(edges: TileEdge[], leaf: Uint8Array): FullTile[] {
  const filled: FullTile[] = [];
  let hash: Uint8Array | undefined = leaf;
  for (let level = 0; hash !== undefined; level++) {
    const edge: TileEdge = edges[level] ?? createEdge(0);
    edges[level] = edge;
    edge.bytes.set(hash, edge.count * hashBytes);
    edge.count++;
    hash = undefined;
    if (edge.count < tileWidth) break;
    const bytes = edge.bytes.slice();
    filled.push({ level, index: edge.index, bytes });
    hash = nodesOver(bytes).subarray(-hashBytes);
    edge.index++;
    edge.count = 0;
  }
  return filled;
}

/** Root over `count` neighbouring hashes, a power of two of them, from place `first` on. */
export function foldHashes(hashes: Uint8Array, first: number, count: number): Uint8Array {
  if (count === 1) return hashes.slice(first * hashBytes, (first + 1) * hashBytes);
  const half = count / 2;
  return nodeHash(foldHashes(hashes, first, half), foldHashes(hashes, first + half, half));
}
