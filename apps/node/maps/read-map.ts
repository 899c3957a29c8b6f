import { readFile, stat } from "node:fs/promises";
import { findJson } from "@mingbai/codec/find-json";
import type { CountyMap, MapPolygon } from "@mingbai/registry/views/county-map";
import { z } from "zod";

const fileBytesMax = 16 * 1024 * 1024;
const villagesMax = 5_000;
const positionsMax = 400_000;

/** Of a national or provincial authority: GS（2026）1234号, 黔S(2026)012号. */
const Approval = z.string().regex(/^[\p{Script=Han}A-Z]{1,8}[（(]\d{4}[)）]\d{1,7}号$/u);

/** GeoJSON (RFC 7946): longitude and latitude, and whatever height comes with them. */
const Position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)], z.number());
const Rings = z.array(z.array(Position).min(4)).min(1);
const Geometry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Polygon"), coordinates: Rings }),
  z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(Rings).min(1) }),
]);
const Feature = z.object({
  type: z.literal("Feature"),
  properties: z.object({ code: z.string().regex(/^\d{12}$/) }),
  geometry: Geometry,
});
const MapFile = z.object({
  title: z.strictObject({ en: z.string().min(1).max(80), zh: z.string().min(1).max(80) }),
  approval: Approval.optional(),
  map: z.object({ type: z.literal("FeatureCollection"), features: z.array(Feature).max(villagesMax) }),
});

/** Why a county's map is not shown. `where`: of a file that is none, what is wrong with it. */
export type MapFault = { readonly fault: "MAP_UNAPPROVED" | "MAP_INVALID"; readonly where?: string };

/**
 * The county's own map in the node's folder; undefined where there is none. Without a map approval number (审图号) it is not
 * given to anybody.
 */
export async function readMap(path: string): Promise<CountyMap | MapFault | undefined> {
  const found = await findText(path);
  if (typeof found !== "string") return found;
  const read = MapFile.safeParse(findJson(found));
  if (!read.success) return { fault: "MAP_INVALID", where: z.prettifyError(read.error).slice(0, 500) };
  const { title, approval, map } = read.data;
  if (approval === undefined) return { fault: "MAP_UNAPPROVED" };
  const villages = map.features.map(({ properties: { code }, geometry }) => ({ code, polygons: polygonsOf(geometry) }));
  const positions = villages.flatMap(({ polygons }) => polygons.flat()).reduce((sum, ring) => sum + ring.length, 0);
  if (positions > positionsMax) return { fault: "MAP_INVALID", where: `more than ${positionsMax} positions` };
  return { title, approval, villages };
}

async function findText(path: string): Promise<string | MapFault | undefined> {
  try {
    const { size } = await stat(path);
    if (size > fileBytesMax) return { fault: "MAP_INVALID", where: `more than ${fileBytesMax} bytes` };
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

function polygonsOf(geometry: z.infer<typeof Geometry>): MapPolygon[] {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map((rings) => rings.map((ring) => ring.map(([east, north]) => [east, north])));
}
