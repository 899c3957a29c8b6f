/** What the last check of a village found. Browser-safe. */
import { z } from "zod";
import { levels } from "../content/compare/verdict.ts";
import { Count, Day, Names, Number64, ReadAt, RuleId, TimeMs, Village } from "./shapes.ts";

export const villageHouseholdsMax = 5_000;

const Group = z.object({ id: z.string(), count: Count, households: z.array(Number64) });

const VillageReport = z.object({
  area: Names,
  /** The oldest of its households' checks. */
  day: Day,
  checkedMs: TimeMs,
  version: Count,
  households: Count,
  people: Count,
  /** Households of the village that were not there when it was checked. */
  unchecked: Count,
  levels: z.object({ red: z.array(Number64), yellow: z.array(Number64), green: z.array(Number64) }),
  open: z.array(Group),
  settled: z.array(Group),
  faults: z.array(Group),
  proposals: z.array(Group),
  rows: z
    .array(
      z.object({
        household: Number64,
        number: z.string(),
        head: z.string(),
        level: z.enum(levels),
        rules: z.array(RuleId),
        faults: z.array(z.string()),
        /** Fields for which something is proposed. */
        proposals: z.array(z.string()),
      }),
    )
    .max(villageHouseholdsMax),
});
export type VillageReport = z.infer<typeof VillageReport>;

/**
 * One check of a village, put together of what its last check found. Who lists files may see it; what stands in a reason is shown
 * of an opened file only. Null: nothing of it was checked yet.
 */
export const villageReportView = {
  name: "registry.villageReport",
  params: z.object({ village: Village }),
  result: z.object({ report: VillageReport.nullable(), readAt: ReadAt }),
} as const;
