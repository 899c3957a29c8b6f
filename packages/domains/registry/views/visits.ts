/** What may be asked about visits to a household. Browser-safe. Times are ms since 1970-01-01T00:00:00Z. */
import { z } from "zod";
import { Count, Hash, Number64, ReadAt, Somebody, TimeMs } from "./shapes.ts";

export const visitsMax = 100;

/** The newest first: who was there, what they wrote, how many fields of those that the reader sees they changed. Asked like the file itself. */
export const visitsView = {
  name: "registry.visits",
  params: z.object({ household: Number64, limit: z.coerce.number().int().min(1).max(visitsMax).default(5) }),
  result: z.object({
    rows: z
      .array(
        z.object({
          transaction: Hash,
          timeMs: TimeMs,
          by: Somebody,
          words: z.string(),
          changed: Count,
        }),
      )
      .max(visitsMax),
    total: Count,
    /** Of the last 365 days, and how many of those were by who answers for the household. */
    lately: Count,
    byResponsible: Count,
    readAt: ReadAt,
  }),
} as const;
