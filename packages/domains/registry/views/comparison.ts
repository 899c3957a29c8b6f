/**
 * What may be asked about what departments know beside the files. Asked as `GET /api/queries/<name>?…`. Browser-safe. Times are ms since
 * 1970-01-01T00:00:00Z, days YYYY-MM-DD. Rules, their titles and their words: `content/compare/county/county-rules.ts`.
 */
import { z } from "zod";
import { levels } from "../content/compare/verdict.ts";
import { Value } from "../content/file/value.ts";

export const verdictsPageMax = 200;
export const villageHouseholdsMax = 5_000;

const Subject = z.string().regex(/^[0-9a-f]{16}$/);
const Village = z.string().regex(/^\d{12}$/);
const Count = z.int().nonnegative();
const TimeMs = z.int().nonnegative();
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const ReadAt = z.object({ height: Count, timeMs: TimeMs });
const Words = z.object({ en: z.string(), zh: z.string() });
const Names = z.object({ id: z.string(), en: z.string(), zh: z.string() });
const RuleId = z.string().max(40);

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
  run: Subject,
  /** Null where it is about all files that this node keeps. */
  village: Village.nullable(),
  /** `broken`: its process ended before it did. */
  state: z.enum(["asking", "comparing", "done", "cancelled", "failed", "broken"]),
  /** Why it failed: a declared code. */
  trouble: z.string().nullable(),
  by: Subject,
  /** Empty where this node has no name. */
  byName: z.string(),
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
    run: Subject.optional(),
    of: z.union([z.literal("county"), Village]).optional(),
    limit: z.coerce.number().int().min(1).max(50).default(10),
  }),
  result: z.object({ rows: z.array(ComparisonRun), readAt: ReadAt }),
} as const;

/** A household in the list of verdicts: what is not more than its level and the rules that spoke needs no opened file. */
export const VerdictLine = z.object({
  household: Subject,
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

const Person = z.object({ at: Count, person: Subject.nullable(), name: z.string() });

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
  params: z.object({ household: Subject }),
  result: z.object({ verdict: HouseholdVerdict.nullable(), readAt: ReadAt }),
} as const;

const Group = z.object({ id: z.string(), count: Count, households: z.array(Subject) });

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
  levels: z.object({ red: z.array(Subject), yellow: z.array(Subject), green: z.array(Subject) }),
  open: z.array(Group),
  settled: z.array(Group),
  faults: z.array(Group),
  proposals: z.array(Group),
  rows: z
    .array(
      z.object({
        household: Subject,
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
  besides: z.array(z.object({ household: Subject, number: z.string(), head: z.string() })),
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
    limit: z.coerce.number().int().min(1).max(verdictsPageMax).default(50),
  }),
  result: z.object({
    rows: z.array(UnregisteredLine).max(verdictsPageMax),
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

export const comparisonViews = [
  comparisonRunsView,
  verdictsView,
  verdictsOfView,
  villageReportView,
  unregisteredView,
] as const;
