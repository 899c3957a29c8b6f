import { hashBytes, nodeHash } from "@mingbai/ledger/proofs/hash";
import { tileWidth } from "./tile-path.ts";
import { nodesOver } from "./tile-reader.ts";

/** The rightmost tile of one level while it fills up. */
export interface TileEdge {
  /** Which tile of its level this is. */
  index: number;
  count: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Roots over two and more of its hashes, once asked for, by their place. The tile only grows: they stay what they are. */
  readonly roots: Map<number, Uint8Array>;
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
  return { index, count: hashes.length / hashBytes, bytes, roots: new Map() };
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
    edge.roots.clear();
  }
  return filled;
}

/**
 * As `foldHashes`, over hashes that stand in an edge. PERF: 32 readers ask for receipts, each of which reaches every edge;
 * to fold 200 hashes anew takes 0.4 ms.
 */
export function edgeRoot(edge: TileEdge, first: number, count: number): Uint8Array {
  if (count === 1) return foldHashes(edge.bytes, first, count);
  const place = first * (tileWidth + 1) + count;
  const kept = edge.roots.get(place);
  if (kept !== undefined) return kept;
  const half = count / 2;
  const root = nodeHash(edgeRoot(edge, first, half), edgeRoot(edge, first + half, half));
  edge.roots.set(place, root);
  return root;
}

/** Root over `count` neighbouring hashes, a power of two of them, from place `first` on. */
export function foldHashes(hashes: Uint8Array, first: number, count: number): Uint8Array {
  if (count === 1) return hashes.slice(first * hashBytes, (first + 1) * hashBytes);
  const half = count / 2;
  return nodeHash(foldHashes(hashes, first, half), foldHashes(hashes, first + half, half));
}
