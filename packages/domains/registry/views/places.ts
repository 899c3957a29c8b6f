import { z } from "zod";
import { Count, Names, ReadAt } from "./shapes.ts";

/** Areas of files that the reader keeps or supervises, with what the tallies count there. */
export const placesView = {
  name: "registry.places",
  params: z.object({}),
  result: z.object({
    rows: z.array(
      z.object({
        area: Names,
        parent: z.string().nullable(),
        /** Code of the village (12 digits) as most files of the area have it; empty where none has. */
        division: z.string(),
        households: Count,
        people: Count,
        monitored: Count,
        open: Count,
      }),
    ),
    readAt: ReadAt,
  }),
} as const;
export type PlaceRow = z.infer<typeof placesView.result>["rows"][number];
