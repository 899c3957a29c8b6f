import type { CountyMap } from "@mingbai/registry/views/county-map";

/** A village as it is drawn: a path, and where its number stands. */
export interface DrawnVillage {
  readonly code: string;
  readonly path: string;
  readonly middle: readonly [x: number, y: number];
}

export interface DrawnMap {
  readonly width: number;
  readonly height: number;
  readonly villages: readonly DrawnVillage[];
}

/** Width of the drawing, in its own units. */
const width = 1_000;

/**
 * The map laid flat: degrees east are shortened by the cosine of the middle latitude (equirectangular), which is true enough
 * for a county. Undefined where it has no positions.
 */
export function projectMap({ villages }: Pick<CountyMap, "villages">): DrawnMap | undefined {
  const all = villages.flatMap(({ polygons }) => polygons.flat(2));
  const [first] = all;
  if (first === undefined) return undefined;
  const bounds = all.reduce(
    ({ west, east, south, north }, [x, y]) => ({
      west: Math.min(west, x),
      east: Math.max(east, x),
      south: Math.min(south, y),
      north: Math.max(north, y),
    }),
    { west: first[0], east: first[0], south: first[1], north: first[1] },
  );
  const shorter = Math.cos((((bounds.south + bounds.north) / 2) * Math.PI) / 180);
  const degrees = Math.max((bounds.east - bounds.west) * shorter, 1e-9);
  const scale = width / degrees;
  const place = ([x, y]: readonly [number, number]): [number, number] => [
    Math.round((x - bounds.west) * shorter * scale),
    Math.round((bounds.north - y) * scale),
  ];
  return {
    width,
    height: Math.max(1, Math.round((bounds.north - bounds.south) * scale)),
    villages: villages.map(({ code, polygons }) => {
      const rings = polygons.flat().map((ring) => ring.map(place));
      const path = rings.map((ring) => `M${ring.map((one) => one.join(" ")).join("L")}Z`).join("");
      return { code, path, middle: middleOf(rings[0] ?? []) };
    }),
  };
}

/** The middle of a ring's extent: good enough for a number to stand in. */
function middleOf(ring: readonly (readonly [number, number])[]): [number, number] {
  const middle = (values: readonly number[]) => Math.round((Math.min(...values) + Math.max(...values)) / 2);
  return ring.length === 0 ? [0, 0] : [middle(ring.map(([x]) => x)), middle(ring.map(([, y]) => y))];
}
