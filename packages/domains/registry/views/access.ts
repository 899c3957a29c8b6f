/** Who looked at a file, and who may. Browser-safe. */
import { z } from "zod";
import { fieldClasses } from "../content/form/definition.ts";
import { Purpose } from "../schema.ts";
import { Count, Hash, Names, Number64, Place, ReadAt, Somebody, TimeMs } from "./shapes.ts";

export const readingsPageMax = 100;

/** Who looked at a file, the newest first. Asked like the file itself. */
export const readingsView = {
  name: "registry.readings",
  params: z.object({
    household: Number64,
    before: Place.optional(),
    limit: z.coerce.number().int().min(1).max(readingsPageMax).default(20),
  }),
  result: z.object({
    rows: z
      .array(
        z.object({
          at: Place,
          timeMs: TimeMs,
          by: Somebody,
          organisation: Names,
          purpose: Purpose,
          transaction: Hash,
        }),
      )
      .max(readingsPageMax),
    total: Count,
    more: z.boolean(),
    readAt: ReadAt,
  }),
} as const;

/** Who has access to a file, and who asked for it. Asked like the file itself. */
export const accessView = {
  name: "registry.access",
  params: z.object({ household: Number64 }),
  result: z.object({
    rows: z.array(
      z.object({
        organisation: Names,
        purpose: Purpose,
        classes: z.array(z.enum(fieldClasses)),
        askedBy: Somebody,
        askedMs: TimeMs,
        untilMs: TimeMs,
        /** Null while it is only asked for. */
        givenBy: Somebody.nullable(),
        witness: Somebody.nullable(),
        givenMs: TimeMs.nullable(),
      }),
    ),
    readAt: ReadAt,
  }),
} as const;
