/** What the comparison found in one household. Browser-safe. Rules, their titles and their words: `content/compare/county/county-rules.ts`. */
import { z } from "zod";
import { levels } from "../content/compare/verdict.ts";
import { Value } from "../content/file/value.ts";
import { Count, Day, Number64, ReadAt, RuleId, TimeMs, Words } from "./shapes.ts";

const Person = z.object({ at: Count, person: Number64.nullable(), name: z.string() });

/** A reason with what is needed to look again. */
export const ShownReason = z.object({
  rule: RuleId,
  version: Count,
  level: z.enum(["red", "yellow"]),
  isOpposite: z.boolean(),
  person: Person.nullable(),
  fields: z.array(z.string()),
  facts: z.array(
    z.object({
      id: z.string(),
      source: z.string(),
      kind: z.string(),
      asOf: Day,
      monthsOld: z.int(),
      isOld: z.boolean(),
    }),
  ),
  words: Words,
  action: Words,
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  /** How the same was settled before its facts changed, or how it is settled; `isOwn`: by what the household itself said. */
  settlement: z.object({ kind: z.string(), by: z.string(), on: Day, words: z.string(), isOwn: z.boolean() }).nullable(),
  /** What the household itself last said about these facts. It settles nothing. */
  answer: z.object({ on: Day, words: z.string() }).nullable(),
});
export type ShownReason = z.infer<typeof ShownReason>;

/** What was found in one household, as far as its reader may see it. */
const HouseholdVerdict = z.object({
  level: z.enum(levels),
  day: Day,
  version: Count,
  checkedMs: TimeMs,
  reasons: z.array(ShownReason),
  settled: z.array(ShownReason),
  /** Reasons about fields that the reader may not see. */
  hidden: Count,
  sources: z.array(z.string()),
  /** Places of people without an identity number. */
  unasked: z.array(Count),
  /** Null until the household's village was checked. */
  faults: z
    .array(
      z.object({
        subject: z.union([z.literal("household"), Count]),
        level: z.enum(["error", "doubt"]),
        fields: z.array(z.string()),
        fault: z.string(),
        en: z.string(),
        zh: z.string(),
      }),
    )
    .nullable(),
  proposals: z
    .array(
      z.object({
        subject: z.union([z.literal("household"), Count]),
        field: z.string(),
        from: Value.nullable(),
        to: Value,
        because: z.enum(["spelling", "identityNumber", "facts"]),
        facts: z.array(z.object({ id: z.string(), source: z.string(), asOf: Day })),
      }),
    )
    .nullable(),
});
export type HouseholdVerdict = z.infer<typeof HouseholdVerdict>;

/**
 * The same, for who has opened its file, the household's own people among them: else problem FILE_NOT_OPENED (403). Those people are not told
 * which other household holds the same person or account. Null: it was not compared yet.
 */
export const verdictsOfView = {
  name: "registry.verdictsOf",
  params: z.object({ household: Number64 }),
  result: z.object({ verdict: HouseholdVerdict.nullable(), readAt: ReadAt }),
} as const;
