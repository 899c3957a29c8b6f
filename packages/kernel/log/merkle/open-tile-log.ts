import { equalBytes } from "@mingbai/codec/bytes";
import { hashBytes, leafHash } from "@mingbai/ledger/proofs/hash";
import { findEntries, formatEntryBundle } from "./entry-bundle.ts";
import { removeBeyond } from "./remove-beyond.ts";
import { createEdge, type TileEdge } from "./tile-edge.ts";
import type { TileFiles } from "./tile-files.ts";
import { TileLog } from "./tile-log.ts";
import { type Tile, tilePath, tileWidth } from "./tile-path.ts";

/**
 * Opens the log at a size that was published or that lies before one, and removes every file that goes beyond it, so
 * that the same leaves appended again give the same files. Size 0 begins a log.
 * Rejects with SyntaxError where tiles are missing or do not give the root.
 */
export async function openTileLog(given: {
  readonly files: TileFiles;
  readonly size: number;
  readonly root: Uint8Array;
}): Promise<TileLog> {
  const { files, size } = given;
  const edges = await readEdges(files, size);
  const entries = await readEntries(files, size);
  checkEntries(entries, edges[0]);
  const log = new TileLog({ files, edges, entries });
  if (!equalBytes(await log.rootAt(size), given.root)) {
    throw new SyntaxError(`the tiles at size ${size} do not give the root of the log`);
  }
  // The partial tiles of this very size are written before wider ones, which may be the only copy, are removed.
  await log.publish();
  await removeBeyond(files, size);
  return log;
}

async function readEdges(files: TileFiles, size: number): Promise<TileEdge[]> {
  const edges: TileEdge[] = [];
  for (let level = 0, count = size; count > 0; level++, count = Math.floor(count / tileWidth)) {
    const index = Math.floor(count / tileWidth);
    const width = count % tileWidth;
    const bytes = width === 0 ? undefined : await readAtLeast(files, { level, index, width });
    edges.push(createEdge(index, bytes?.subarray(0, width * hashBytes)));
    if (bytes !== undefined && bytes.length < width * hashBytes)
      throw new SyntaxError(`a tile of level ${level} is cut`);
  }
  return edges;
}

async function readEntries(files: TileFiles, size: number): Promise<Uint8Array[]> {
  const width = size % tileWidth;
  if (width === 0) return [];
  const bundle: Tile = { level: "entries", index: Math.floor(size / tileWidth), width };
  const entries = findEntries(await readAtLeast(files, bundle));
  if (entries === undefined || entries.length < width)
    throw new SyntaxError(`${tilePath(bundle)} is no bundle of entries`);
  return entries.slice(0, width);
}

/** The bytes of a tile that holds this one's beginning: itself, a wider partial one, or the full one. */
async function readAtLeast(files: TileFiles, tile: Tile): Promise<Uint8Array> {
  const full = tilePath({ ...tile, width: tileWidth });
  const wider = (await files.list(`${full}.p`)).map(Number).filter((width) => width >= tile.width);
  for (const width of [...wider.sort((a, b) => a - b), tileWidth]) {
    const bytes = await files.read(tilePath({ ...tile, width }));
    if (bytes !== undefined) return bytes;
  }
  throw new SyntaxError(`${tilePath(tile)} is missing`);
}

function checkEntries(entries: readonly Uint8Array[], edge: TileEdge | undefined): void {
  if (edge === undefined) return;
  const hashes = edge.bytes;
  entries.forEach((entry, place) => {
    const hash = hashes.subarray(place * hashBytes, (place + 1) * hashBytes);
    if (!equalBytes(leafHash(entry), hash)) {
      const { length } = formatEntryBundle(entries.slice(0, place));
      throw new SyntaxError(`the last bundle of entries differs from its tile at byte ${length}`);
    }
  });
}
