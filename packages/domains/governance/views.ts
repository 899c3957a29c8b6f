/** What may be asked about governance: proposals and what is voted on. Lists come newest first. Browser-safe. */
import { roles } from "@mingbai/ledger/authority/role";
import { RosterMember } from "@mingbai/ledger/genesis/roster";
import { FundPair } from "@mingbai/levels/schema";
import { FormDefinition } from "@mingbai/registry/content/form/definition";
import { EntryPolicy } from "@mingbai/registry/content/policy/entry-policy";
import { z } from "zod";
import { type ParameterName, parameterNames } from "./schema/parameters.ts";
import { membersMax, Rule, ruleKeys, votersMax } from "./schema/rules.ts";
import { Change, choices, FreezeTarget, freezeReasons, outcomes } from "./schema.ts";

export const proposalsPageRowsMax = 50;
export const frozenRowsMax = 1_000;
const subjectCharsMax = 256;
export const doubleVotesPageRowsMax = 50;

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Count = z.int().nonnegative();
const TimeMs = z.int().nonnegative();
const ReadAt = z.object({ height: Count, timeMs: TimeMs });

/** How the thing was when it was proposed; of each change its own fields. */
export const Before = z.object({
  value: z.int().optional(),
  rule: Rule.optional(),
  member: z.boolean().optional(),
  roles: z.array(z.enum(roles)).optional(),
  frozen: z.boolean().optional(),
  members: z.array(RosterMember).optional(),
  /** Absent where there is no tie to that ledger yet. `keepers`: the organisations of its roster that was approved last. */
  tie: z
    .object({
      name: z.string(),
      state: z.enum(["open", "frozen", "closed"]),
      funds: z.array(FundPair),
      keepers: z.array(z.string()),
    })
    .optional(),
  policy: EntryPolicy.optional(),
  form: FormDefinition.optional(),
});
export type Before = z.infer<typeof Before>;

export const VotedChange = z.union([
  Change,
  z.strictObject({ kind: z.literal("confirmFreeze"), target: FreezeTarget }),
]);

/** `voter`: an organisation or an account, as the rule's level says; `vote` is null while it has not voted. */
export const VoterRow = z.object({
  voter: z.string(),
  vote: z
    .object({ choice: z.enum(choices), by: z.string(), transaction: Hash, height: Count, timeMs: TimeMs })
    .nullable(),
});

export const ProposalRow = z.object({
  id: Hash,
  change: VotedChange,
  before: Before,
  subject: z.string(),
  rule: Rule,
  needed: Count,
  voters: z.array(VoterRow).max(votersMax),
  /** What must still say yes besides the votes: organisations, and public keys. */
  awaited: z.array(z.string()),
  by: z.string(),
  organisation: z.string(),
  /** Null where this node's vault has none, or where they are not for the reader. */
  words: z.string().nullable(),
  proposed: z.object({ height: Count, timeMs: TimeMs }),
  deadlineMs: TimeMs,
  /** Null while it is open. */
  ended: z.object({ outcome: z.enum(outcomes), timeMs: TimeMs, transaction: Hash.nullable() }).nullable(),
  /** For whom the reader may still vote, agree or take it back; each null or false where they may not. */
  may: z.object({ voteFor: z.string().nullable(), accept: z.boolean(), prove: z.boolean(), withdraw: z.boolean() }),
});
export type ProposalRow = z.infer<typeof ProposalRow>;

/** Proposals: open ones, those that have ended, those about one subject, or one. `before`: rows that came before this `next`. */
export const proposalsView = {
  name: "governance.proposals",
  params: z.object({
    id: Hash.optional(),
    box: z.enum(["open", "ended"]).optional(),
    subject: z.string().max(subjectCharsMax).optional(),
    before: z.coerce.number().int().optional(),
    limit: z.coerce.number().int().min(1).max(proposalsPageRowsMax).default(20),
  }),
  result: z.object({
    rows: z.array(ProposalRow).max(proposalsPageRowsMax),
    next: z.int().nullable(),
    readAt: ReadAt,
  }),
} as const;

/**
 * Members, and what may be proposed as it stands. `parameters`: those of the whole ledger, `value` null where there is none;
 * `bases`: how often each subject was changed by vote, where it was.
 */
export const settingsView = {
  name: "governance.settings",
  params: z.object({}),
  result: z.object({
    members: z.array(z.object({ organisation: z.string(), fromMs: TimeMs.nullable() })).max(membersMax),
    rules: z.array(z.object({ of: z.enum(ruleKeys), rule: Rule, isUsual: z.boolean() })),
    parameters: z.array(
      z.object({
        name: z.enum(parameterNames as [ParameterName, ...ParameterName[]]),
        value: z.int().nullable(),
        isVoted: z.boolean(),
      }),
    ),
    bases: z.array(z.object({ subject: z.string(), count: Count })),
    roster: z.array(RosterMember),
    rosterEpoch: Count,
    /** What is frozen, the latest first; `untilMs` is null once members have confirmed it. */
    frozen: z
      .array(
        z.object({
          target: FreezeTarget,
          reason: z.enum(freezeReasons),
          proposal: Hash,
          untilMs: TimeMs.nullable(),
          placed: z.object({ transaction: Hash, height: Count, timeMs: TimeMs }),
        }),
      )
      .max(frozenRowsMax),
    readAt: ReadAt,
  }),
} as const;

/**
 * Members that the engine of consensus proved to have signed two votes at one height. `proven`: where that stands on the ledger.
 * `keeps`: whether it keeps the ledger still. `removal`: the latest proposal, open or applied, by which it would do so no more.
 */
export const DoubleVoteRow = z.object({
  organisation: z.string(),
  votedHeight: Count,
  proven: z.object({ transaction: Hash, height: Count, timeMs: TimeMs }),
  keeps: z.boolean(),
  removal: z.object({ proposal: Hash, isApplied: z.boolean() }).nullable(),
});
export type DoubleVoteRow = z.infer<typeof DoubleVoteRow>;

/** `before`: rows that came before this `next`. */
export const doubleVotesView = {
  name: "governance.doubleVotes",
  params: z.object({
    before: z.coerce.number().int().optional(),
    limit: z.coerce.number().int().min(1).max(doubleVotesPageRowsMax).default(20),
  }),
  result: z.object({
    rows: z.array(DoubleVoteRow).max(doubleVotesPageRowsMax),
    next: z.int().nullable(),
    readAt: ReadAt,
  }),
} as const;

export const governanceViews = [proposalsView, settingsView, doubleVotesView] as const;
