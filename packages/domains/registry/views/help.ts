/** What may be asked about those who help households, and what they write to each other. Browser-safe. Times are ms since 1970-01-01T00:00:00Z. */
import { z } from "zod";
import { householdsPerActMax } from "../schema/help.ts";
import { stages } from "../stages.ts";
import { Count, Hash, Names, Number64, Place, ReadAt, Somebody, TimeMs } from "./shapes.ts";

export const messagesPageMax = 100;
export const loadsMax = 2_000;
/** Households among which a proposal looks for those to assign. */
export const proposedAmongMax = 20_000;

/** `words`: null where this node has them not, or they were erased. `onBehalf`: written down by an office for the household. */
export const Message = z.object({
  at: Place,
  side: z.enum(["household", "office"]),
  onBehalf: z.boolean(),
  by: Somebody,
  words: z.string().nullable(),
  timeMs: TimeMs,
  transaction: Hash,
});
export type Message = z.infer<typeof Message>;

/** What the household and those who look after it wrote, the newest first. Asked like the file itself, by who has opened it. */
export const messagesView = {
  name: "registry.messages",
  params: z.object({
    household: Number64,
    before: Place.optional(),
    limit: z.coerce.number().int().min(1).max(messagesPageMax).default(20),
  }),
  result: z.object({
    rows: z.array(Message).max(messagesPageMax),
    total: Count,
    more: z.boolean(),
    readAt: ReadAt,
  }),
} as const;

/** How many households each person answers for, of those in the reader's lists. */
export const loadsView = {
  name: "registry.loads",
  params: z.object({}),
  result: z.object({
    rows: z.array(z.object({ account: Number64, households: Count, monitored: Count })).max(loadsMax),
    /** Households for which nobody answers. */
    without: Count,
    readAt: ReadAt,
  }),
} as const;

const reasonKinds = ["village", "area", "stays", "language", "skill"] as const;

/** A household as a proposal shows it: no more than a list does. */
const Proposed = z.object({
  household: Number64,
  number: z.string(),
  head: z.string(),
  area: Names,
  monitored: z.string(),
  cause: z.string(),
  need: Count,
  /** Who answers for it now. */
  from: Somebody.nullable(),
});

/** Somebody whom a proposal counts on. `taken`: households that stay theirs besides; `areas`: of those asked about. */
export const ProposedHelper = Somebody.extend({ areas: z.array(z.string()), placesMax: Count, taken: Count });
export type ProposedHelper = z.infer<typeof ProposedHelper>;
export const ProposedRow = Proposed.extend({
  to: Number64,
  /** Their points add up to the pair's (`content/assign/weights.ts`). */
  reasons: z.array(z.object({ kind: z.enum(reasonKinds), points: Count, detail: z.string().optional() })),
});
export type ProposedRow = z.infer<typeof ProposedRow>;
export const LeftRow = Proposed.extend({ because: z.enum(["nobodyThere", "noPlace"]) });
export type LeftRow = z.infer<typeof LeftRow>;

/**
 * Who should answer for which household of an area, as `content/assign` counts it. `whom`: only those for whom nobody with a
 * post there answers, or all. Asked by who decides. More households than one act takes: PROPOSAL_TOO_LARGE (422).
 */
export const assignmentProposalView = {
  name: "registry.assignmentProposal",
  params: z.object({ area: z.string().max(48), whom: z.enum(["without", "all"]).default("without") }),
  result: z.object({
    rows: z.array(ProposedRow).max(householdsPerActMax),
    left: z.array(LeftRow).max(householdsPerActMax),
    helpers: z.array(ProposedHelper),
    readAt: ReadAt,
  }),
} as const;

/** A household that went from one person to another, with what is open there. */
export const HandedOver = z.object({
  household: Number64,
  number: z.string(),
  head: z.string(),
  area: Names,
  monitored: z.string(),
  from: Somebody.nullable(),
  to: Somebody,
  /** The case that is not at an end. */
  case: z.object({ case: Number64, stage: z.enum(stages), dueMs: TimeMs.nullable() }).nullable(),
  /** Fields that are open between two values. */
  openFields: Count,
  /** When the household wrote what nobody has answered yet. */
  unansweredMs: TimeMs.nullable(),
  /** Organisations that may read the file besides. */
  readers: z.array(Names),
});
export type HandedOver = z.infer<typeof HandedOver>;

/** What one act handed over, for who decided it, gave or took, and for those in whose lists the households stand. */
export const handOverView = {
  name: "registry.handOver",
  params: z.object({ transaction: Hash }),
  result: z.object({
    rows: z.array(HandedOver).max(householdsPerActMax),
    by: Somebody.nullable(),
    timeMs: TimeMs.nullable(),
    readAt: ReadAt,
  }),
} as const;

/** Acts that handed households over, the newest first, with how many of them the reader decided, gave or took. */
export const handOversMax = 50;
export const handOversView = {
  name: "registry.handOvers",
  params: z.object({}),
  result: z.object({
    rows: z
      .array(z.object({ transaction: Hash, timeMs: TimeMs, by: Somebody, households: Count, people: Count }))
      .max(handOversMax),
    readAt: ReadAt,
  }),
} as const;

export const helpViews = [messagesView, loadsView, assignmentProposalView, handOverView, handOversView] as const;
