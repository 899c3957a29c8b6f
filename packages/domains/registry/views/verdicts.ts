/** The list of households by what the comparison found. Browser-safe. */
import { z } from "zod";
import { levels } from "../content/compare/verdict.ts";
import { Count, Day, Names, Number64, ReadAt, RuleId, TimeMs } from "./shapes.ts";

export const verdictsPageMax = 200;

/** A household in the list of verdicts: what is not more than its level and the rules that spoke needs no opened file. */
export const VerdictLine = z.object({
  household: Number64,
  number: z.string(),
  head: z.string(),
  area: Names,
  level: z.enum(levels),
  /** Of open reasons, each once. */
  rules: z.array(RuleId),
  /** Open reasons, and those that somebody has settled. */
  reasons: Count,
  settled: Count,
  /** Acts since the check: its level is of the next run. */
  settledSince: Count,
  /** The household itself has said something about what is open. */
  isAnswered: z.boolean(),
  /** Whose lists say anything about these people. */
  sources: z.array(z.string()),
  /** People nobody can be asked about, since they have no identity number. */
  unasked: Count,
  day: Day,
  checkedMs: TimeMs,
});
export type VerdictLine = z.infer<typeof VerdictLine>;

/** Red first, then yellow, then green; by the household's number on the ledger within. */
export const verdictsView = {
  name: "registry.verdicts",
  params: z.object({
    level: z.enum(levels).optional(),
    rule: RuleId.optional(),
    area: z.string().max(48).optional(),
    cursor: z
      .string()
      .regex(/^[012]\.[0-9a-f]{16}$/)
      .optional(),
    limit: z.coerce.number().int().min(1).max(verdictsPageMax).default(50),
  }),
  result: z.object({
    rows: z.array(VerdictLine).max(verdictsPageMax),
    next: z.string().nullable(),
    /** Of the area, whatever the level and rule. */
    levels: z.object({ red: Count, yellow: Count, green: Count }),
    /** Households in which a rule spoke, the most frequent first. */
    rules: z.array(z.object({ rule: RuleId, households: Count })),
    readAt: ReadAt,
  }),
} as const;
