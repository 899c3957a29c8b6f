import type { TileFiles } from "./tile-files.ts";
import { findTile, type Tile, tileWidth } from "./tile-path.ts";

/** Removes tiles and bundles that hold anything beyond a log of this size. Files that are no tiles stay. */
export async function removeBeyond(files: TileFiles, size: number): Promise<void> {
  for (const path of await tilesBelow(files, "tile")) {
    const tile = findTile(path);
    if (tile !== undefined && endOf(tile) > size) await files.remove(path);
  }
}

/** Leaves that must be there for the tile to be. */
function endOf(tile: Tile): number {
  const perHash = tile.level === "entries" ? 1 : tileWidth ** tile.level;
  return (tile.index * tileWidth + tile.width) * perHash;
}

/** Paths of all tiles below a folder. A name says what it is: three digits are a tile, `x`, `.p` and a level are folders. */
async function tilesBelow(files: TileFiles, folder: string): Promise<string[]> {
  const paths: string[] = [];
  for (const name of await files.list(folder)) {
    const path = `${folder}/${name}`;
    if (findTile(path) !== undefined) paths.push(path);
    else if (isFolder(folder, name)) paths.push(...(await tilesBelow(files, path)));
  }
  return paths;
}

function isFolder(parent: string, name: string): boolean {
  if (parent === "tile") return name === "entries" || /^[0-9]{1,2}$/.test(name);
  return /^(x[0-9]{3}|[0-9]{3}\.p)$/.test(name);
}
