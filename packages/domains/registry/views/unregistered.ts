/** People without a file whom departments know to be in hardship. Browser-safe. */
import { z } from "zod";
import { ShownReason } from "./household-verdict.ts";
import { Count, Day, Names, Number64, ReadAt, RuleId } from "./shapes.ts";

export const unregisteredPageMax = 200;

/** A reason about people who have no file. */
const UnfiledReason = ShownReason.pick({ rule: true, level: true, facts: true, words: true, action: true }).extend({
  name: z.string(),
});

/** People without a file whom departments know to be in hardship, all of one household of a register or the survey. */
export const UnregisteredLine = z.object({
  /** Among all that the run found. */
  place: Count,
  /** Their village where its files are the reader's; null where no list says it. */
  area: Names.nullable(),
  village: z.string().nullable(),
  /** First four and last four digits of the number. */
  people: z.array(z.object({ name: z.string(), number: z.string() })),
  /** Households that hold others of the same register: their files may only lack these people. */
  besides: z.array(z.object({ household: Number64, number: z.string(), head: z.string() })),
  /** What speaks for help, and what would speak against it. */
  reasons: z.array(UnfiledReason),
  against: z.array(UnfiledReason),
});
export type UnregisteredLine = z.infer<typeof UnregisteredLine>;

/**
 * Who should be in the registry and is not, as the newest run over all files found it: in villages whose files the reader looks after,
 * and people of whom no list says where they live.
 */
export const unregisteredView = {
  name: "registry.unregistered",
  params: z.object({
    rule: RuleId.optional(),
    area: z.string().max(48).optional(),
    cursor: z.coerce.number().int().nonnegative().optional(),
    limit: z.coerce.number().int().min(1).max(unregisteredPageMax).default(50),
  }),
  result: z.object({
    rows: z.array(UnregisteredLine).max(unregisteredPageMax),
    next: z.string().nullable(),
    /** Of the whole filter. */
    count: Count,
    /** Of the area, whatever the rule; the most frequent first. */
    rules: z.array(z.object({ rule: RuleId, groups: Count })),
    /** Null where no run over all files has come to its end. */
    day: Day.nullable(),
    readAt: ReadAt,
  }),
} as const;
