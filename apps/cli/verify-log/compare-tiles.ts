import { equalBytes } from "@mingbai/codec/bytes";
import type { TileFiles } from "@mingbai/log/merkle/tile-files";
import { findTile, tilePath, tileWidth } from "@mingbai/log/merkle/tile-path";

/** Files that are compared with published ones instead of written. Partial tiles exist only for the last size. */
export function compareTiles(published: Pick<TileFiles, "read" | "list">) {
  const comparison = {
    isLast: false,
    differences: [] as string[],
    files: {
      read: (path: string) => published.read(path),
      async write(path: string, bytes: Uint8Array) {
        if (path.includes(".p/") && !comparison.isLast) return;
        const found = (await published.read(path)) ?? (await findWider(published, path))?.subarray(0, bytes.length);
        if (found === undefined) comparison.differences.push(`${path} is missing`);
        else if (!equalBytes(found, bytes)) comparison.differences.push(`${path} is not what the leaves give`);
      },
      sync: async () => undefined,
      list: async () => [],
      remove: async () => undefined,
    },
  };
  return comparison;
}

/** The tile that begins with this partial one: a node that goes on replaces the partial by it. */
async function findWider({ read, list }: Pick<TileFiles, "read" | "list">, path: string) {
  const tile = findTile(path);
  if (tile === undefined || tile.width === tileWidth) return undefined;
  const full = tilePath({ ...tile, width: tileWidth });
  const widths = (await list(`${full}.p`)).map(Number).filter((width) => width > tile.width);
  for (const width of [...widths, tileWidth]) {
    const bytes = await read(tilePath({ ...tile, width }));
    if (bytes !== undefined) return bytes;
  }
  return undefined;
}
