/** What may be asked about visits to a household. Browser-safe. Times are ms since 1970-01-01T00:00:00Z. */
import { z } from "zod";

export const visitsMax = 100;

const Subject = z.string().regex(/^[0-9a-f]{16}$/);
const Count = z.int().nonnegative();
const TimeMs = z.int().nonnegative();

/** The newest first: who was there, what they wrote, how many fields of those that the reader sees they changed. Asked like the file itself. */
export const visitsView = {
  name: "registry.visits",
  params: z.object({ household: Subject, limit: z.coerce.number().int().min(1).max(visitsMax).default(5) }),
  result: z.object({
    rows: z
      .array(
        z.object({
          transaction: z.string().regex(/^[0-9a-f]{64}$/),
          timeMs: TimeMs,
          by: z.object({ account: Subject, name: z.string() }),
          words: z.string(),
          changed: Count,
        }),
      )
      .max(visitsMax),
    total: Count,
    /** Of the last 365 days, and how many of those were by who answers for the household. */
    lately: Count,
    byResponsible: Count,
    readAt: z.object({ height: Count, timeMs: TimeMs }),
  }),
} as const;
