/** What may be asked about cases of entry and exit, and about policies. Browser-safe. Times are ms since 1970-01-01T00:00:00Z. */
import { z } from "zod";
import { EntryPolicy } from "../content/policy/entry-policy.ts";
import { yardstickIds } from "../content/policy/yardsticks.ts";
import { noticeFields } from "../content/texts/notice-text.ts";
import { caseCommands, channels, objectionsPerCaseMax } from "../schema/cases.ts";
import { caseKinds, stages } from "../stages.ts";
import { Count, Hash, Names, Number64, ReadAt, Somebody, TimeMs, yes } from "./shapes.ts";

export const casesPageMax = 200;
export const publicCasesMax = 500;
export const policiesMax = 100;

/** A case in a list. `number`, `head`: of the household's file. */
export const CaseLine = z.object({
  case: Number64,
  household: Number64,
  number: z.string(),
  head: z.string(),
  area: Names,
  /** Who answers for the household. */
  responsible: Somebody.nullable(),
  kind: z.enum(caseKinds),
  stage: z.enum(stages),
  /** It is the reader's turn: they may act, and have had no hand in it. */
  isMine: z.boolean(),
  /** How an application came; null for exits. */
  channel: z.enum(channels).nullable(),
  /** Version of the policy that it goes by. */
  policy: z.int(),
  openedMs: TimeMs,
  changedMs: TimeMs,
  /** Until when the stage lasts, or the next one should act; null at an end. */
  dueMs: TimeMs.nullable(),
  isOverdue: z.boolean(),
  objections: Count,
  openObjections: Count,
});
export type CaseLine = z.infer<typeof CaseLine>;

/**
 * Those that are not at an end, unless a stage or the ended ones are asked for: the reader's turn first, then what is due
 * first; of what has ended the latest. `counts`, `byStage`: of the kind and place asked for, whatever else the filter says.
 */
export const casesView = {
  name: "registry.cases",
  params: z.object({
    stage: z.enum(stages).optional(),
    kind: z.enum(caseKinds).optional(),
    area: z.string().max(48).optional(),
    household: Number64.optional(),
    mine: yes,
    overdue: yes,
    ended: yes,
    cursor: z.string().max(60).optional(),
    limit: z.coerce.number().int().min(1).max(casesPageMax).default(50),
  }),
  result: z.object({
    rows: z.array(CaseLine).max(casesPageMax),
    next: z.string().nullable(),
    counts: z.object({ open: Count, mine: Count, overdue: Count, ended: Count, shown: Count }),
    byStage: z.array(z.object({ stage: z.enum(stages), count: Count, overdue: Count })),
    readAt: ReadAt,
  }),
} as const;

/** How cases say that a household stands; null where none says so: it came with a list, or never applied. */
export const standings = ["monitored", "observed", "left"] as const;

/** The cases of one household, the latest first, with how it stands by them. Asked like the household's file. */
export const householdCasesView = {
  name: "registry.householdCases",
  params: z.object({ household: Number64 }),
  result: z.object({
    rows: z.array(CaseLine).max(casesPageMax),
    standing: z.enum(standings).nullable(),
    readAt: ReadAt,
  }),
} as const;

/** Which household a case is about, so that its file can be opened first. Unknown: CASE_UNKNOWN (404). */
export const caseHouseholdView = {
  name: "registry.caseHousehold",
  params: z.object({ case: Number64 }),
  result: z.object({ household: Number64, readAt: ReadAt }),
} as const;

const acts = (Object.keys(caseCommands) as (keyof typeof caseCommands)[]).map((verb) => `registry.${verb}` as const);

/** An act about a case, or a time that ended. */
export const CaseStep = z.object({
  kind: z.enum(["opened", "moved", "overdue", "objected", "answered"]),
  /** The stage that it led to. */
  stage: z.enum(stages),
  /** Null where it came by itself; and of objections to the household, which does not learn who made them. */
  by: Somebody.nullable(),
  timeMs: TimeMs,
  transaction: Hash,
  dueMs: TimeMs.nullable(),
  /** Place of an objection among those of the case, from 0. */
  objection: Count.nullable(),
  onBehalf: z.boolean(),
  /** What was said; null where this node has it not, or it was erased. */
  words: z.string().nullable(),
});
export type CaseStep = z.infer<typeof CaseStep>;

/** Asked like the household's file: for who has opened it lately. Unknown: CASE_UNKNOWN (404). */
export const caseView = {
  name: "registry.case",
  params: z.object({ case: Number64 }),
  result: CaseLine.extend({
    keeper: Names,
    /** The oldest first. */
    steps: z.array(CaseStep),
    /** What the public read or reads; null before. */
    notice: z.object({ ...noticeFields, fromMs: TimeMs }).nullable(),
    /** What this reader may do with it. */
    may: z.array(z.enum(acts)),
    readAt: ReadAt,
  }),
} as const;
export type CaseFile = z.infer<typeof caseView.result>;

/** The one list of what everybody sees of a case, while its notice runs (docs/adr/0039-entry-and-exit.md). */
export const publicCaseFields = {
  case: Number64,
  kind: z.enum(caseKinds),
  /** Who keeps the file and answers objections. */
  unit: Names,
  fromMs: TimeMs,
  untilMs: TimeMs,
  /** The act that opened the notice: its receipt can be checked by anyone. */
  transaction: Hash,
  ...noticeFields,
} as const;
export const PublicCase = z.object(publicCaseFields);
export type PublicCase = z.infer<typeof PublicCase>;

/** Notices that run now, first what ends first. `more`: there are others; ask by `area`. */
export const publicCasesView = {
  name: "registry.publicCases",
  params: z.object({ area: z.string().max(48).optional() }),
  result: z.object({ rows: z.array(PublicCase).max(publicCasesMax), more: z.boolean(), readAt: ReadAt }),
} as const;

const Said = { timeMs: TimeMs, transaction: Hash, words: z.string().nullable() } as const;
/** What somebody said against a notice, with the answer to it. Words are null where this node has them not, or they were erased. */
const OwnObjection = z.object({
  /** Its place among those of the case, from 0. */
  objection: Count,
  onBehalf: z.boolean(),
  ...Said,
  answer: z.object(Said).nullable(),
});
export type OwnObjection = z.infer<typeof OwnObjection>;

/**
 * A public notice for whoever may object to it, which is anyone with a key: what everybody sees of it while it runs, and the reader's own
 * objections with their answers, also afterwards. Nobody else's. Unknown: CASE_UNKNOWN (404).
 */
export const ownObjectionsView = {
  name: "registry.ownObjections",
  params: z.object({ case: Number64 }),
  result: z.object({
    /** With whose key an objection is sealed. */
    household: Number64,
    /** Who keeps the file and answers. */
    unit: Names,
    notice: PublicCase.nullable(),
    rows: z.array(OwnObjection).max(objectionsPerCaseMax),
    readAt: ReadAt,
  }),
} as const;

/** Every version that was ever in force, the newest first; it is the one in force. */
export const policiesView = {
  name: "registry.policies",
  params: z.object({}),
  result: z.object({
    rows: z
      .array(
        z.object({
          version: z.int(),
          policy: EntryPolicy,
          /** When members had voted it, and by which transaction; null for the one that the ledger began with. */
          sinceMs: TimeMs.nullable(),
          transaction: Hash.nullable(),
        }),
      )
      .max(policiesMax),
    readAt: ReadAt,
  }),
} as const;

/** Households that one comparison of policies looks at; further ones are left out, which it says. */
export const targetsMax = 50_000;
/** Files that are named behind one number of it. */
export const filesShownMax = 100;
export const draftCharsMax = 8_000;

/** How many, and the first of their files. */
const Files = z.object({
  count: Count,
  files: z.array(z.object({ household: Number64, number: z.string(), head: z.string() })).max(filesShownMax),
});
const HeldFiles = z.object({ both: Files, missed: Files, beyond: Files });
const SideFiles = z.object({
  included: Files,
  excluded: Files,
  unknown: Files,
  keptOutBy: z.array(Files.extend({ id: z.string() })),
});
/** A count, or null where it would show a group of fewer than five, or give one away. */
const Shown = Count.nullable();

/** Two policies side by side over the same households. */
const Compared = z.object({
  households: Shown,
  /** In rows by the policy in force, in columns by the draft: included, excluded, not known; with totals at the end of each. */
  table: z.array(z.array(Shown).length(4)).length(4),
  /** Null outside the office. */
  office: z
    .object({
      a: SideFiles,
      b: SideFiles,
      gained: Files,
      lost: Files,
      neither: Files,
      yardsticks: z.array(
        z.object({ id: z.enum(yardstickIds), included: Files, unknown: Count, a: HeldFiles, b: HeldFiles }),
      ),
    })
    .nullable(),
});

/**
 * Whom a policy would include, beside the one in force, over the files that the reader's office keeps, and of those that are
 * monitored who could leave; outside the office over all files, with small groups hidden. `draft`: a `PolicyDraft` as JSON. One
 * that cannot be judged: DRAFT_FAULT (422).
 */
export const policyTargetsView = {
  name: "registry.policyTargets",
  params: z.object({ draft: z.string().max(draftCharsMax), area: z.string().max(48).optional() }),
  result: z.object({
    entries: Compared,
    /** Included are those who could leave. */
    exits: Compared,
    /** True where there were more than `targetsMax`. */
    isCut: z.boolean(),
    readAt: ReadAt,
  }),
} as const;
export type PolicyTargets = z.infer<typeof policyTargetsView.result>;
export type ComparedPolicies = z.infer<typeof Compared>;

export const caseViews = [
  casesView,
  caseView,
  caseHouseholdView,
  householdCasesView,
  publicCasesView,
  ownObjectionsView,
  policiesView,
  policyTargetsView,
] as const;
