/** Runs of the comparison with what departments know. Browser-safe. */
import { z } from "zod";
import { Count, Day, Number64, ReadAt, TimeMs, Village, Words } from "./shapes.ts";

/** How taking a source's facts went in a run. `trouble`: a declared code, with the department's own where it gave one. */
export const RunSource = z.object({
  name: z.string(),
  title: Words,
  state: z.enum(["waiting", "asking", "done", "failed"]),
  facts: Count,
  bad: Count,
  asked: Count.nullable(),
  of: Count.nullable(),
  sourceMs: TimeMs.nullable(),
  trouble: z.string().nullable(),
});

/** One run: it takes what departments have, then compares all households, or those of one village. */
export const ComparisonRun = z.object({
  run: Number64,
  /** Null where it is about all files that this node keeps. */
  village: Village.nullable(),
  /** `broken`: its process ended before it did. */
  state: z.enum(["asking", "comparing", "done", "cancelled", "failed", "broken"]),
  /** Why it failed: a declared code. */
  trouble: z.string().nullable(),
  /** Who asked for it; null where the clock began it. */
  by: Number64.nullable(),
  /** Empty where this node has no name. */
  byName: z.string(),
  /** For which hour the clock began it. */
  slotMs: TimeMs.nullable(),
  startedMs: TimeMs,
  endedMs: TimeMs.nullable(),
  day: Day,
  version: Count,
  households: Count,
  done: Count,
  levels: z.object({ red: Count, yellow: Count, green: Count }),
  facts: Count,
  /** Households without a file that may need help. */
  unregistered: Count,
  sources: z.array(RunSource),
});
export type ComparisonRun = z.infer<typeof ComparisonRun>;

/** The newest runs, and how far they are; `of`: only those over all files, or only those of one village. */
export const comparisonRunsView = {
  name: "registry.comparisonRuns",
  params: z.object({
    run: Number64.optional(),
    of: z.union([z.literal("county"), Village]).optional(),
    limit: z.coerce.number().int().min(1).max(50).default(10),
  }),
  result: z.object({
    rows: z.array(ComparisonRun),
    /** When the clock begins the next one over all files; null where it begins none. */
    nextMs: TimeMs.nullable(),
    readAt: ReadAt,
  }),
} as const;
