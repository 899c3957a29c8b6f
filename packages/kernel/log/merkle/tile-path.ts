/** A tile holds the hashes of 256 neighbours, so a level of tiles is eight levels of the tree (C2SP tlog-tiles). */
export const tileHeight = 8;
export const tileWidth = 256;

/** One tile, or one bundle of entries; `width` counts what is in it, 256 in a full one. */
export interface Tile {
  readonly level: number | "entries";
  readonly index: number;
  readonly width: number;
}

/** `tile/<level>/<index>[.p/<width>]`, the index in groups of three digits, all but the last begun with an `x`. */
export function tilePath(tile: Tile): string {
  const groups = [String(tile.index % 1000).padStart(3, "0")];
  for (let rest = Math.floor(tile.index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    groups.unshift(`x${String(rest % 1000).padStart(3, "0")}`);
  }
  const partial = tile.width === tileWidth ? "" : `.p/${tile.width}`;
  return `tile/${tile.level}/${groups.join("/")}${partial}`;
}

const shape = /^tile\/(entries|[0-9]{1,2})\/((?:x[0-9]{3}\/)*[0-9]{3})(?:\.p\/([0-9]{1,3}))?$/;

/** The tile that a path names, or undefined where the path is not the one spelling of any. */
export function findTile(path: string): Tile | undefined {
  const [, levelText, groups, widthText] = shape.exec(path) ?? [];
  if (levelText === undefined || groups === undefined) return undefined;
  const level: Tile["level"] = levelText === "entries" ? levelText : Number(levelText);
  const index = Number(groups.replaceAll(/[x/]/g, ""));
  const width = widthText === undefined ? tileWidth : Number(widthText);
  const isWithin = Number.isSafeInteger(index) && (level === "entries" || level < 64);
  if (!isWithin || width < 1 || (widthText !== undefined && width >= tileWidth)) return undefined;
  const tile: Tile = { level, index, width };
  return tilePath(tile) === path ? tile : undefined;
}
