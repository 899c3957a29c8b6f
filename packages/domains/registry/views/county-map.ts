/** A county's own map, as a node answers it under `GET /api/map`. Browser-safe. Degrees east and north. */
import { z } from "zod";

const Position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

/** Rings of a polygon: its edge, and the edges of its holes. */
const Polygon = z.array(z.array(Position));
export type MapPolygon = z.infer<typeof Polygon>;

export const CountyMap = z.object({
  title: z.object({ en: z.string(), zh: z.string() }),
  /** 审图号, as the map has to show it. */
  approval: z.string(),
  /** By code of the village (12 digits). */
  villages: z.array(z.object({ code: z.string(), polygons: z.array(Polygon) })),
});
export type CountyMap = z.infer<typeof CountyMap>;

/** Null where the county has none. */
export const MapAnswer = z.object({ map: CountyMap.nullable() });
