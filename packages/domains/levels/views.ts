/** What may be asked about ledgers in a tree. Amounts are minor units; a fund has its own number here. Browser-safe. */
import { RosterShape } from "@mingbai/ledger/genesis/roster";
import { z } from "zod";
import { FundTotals, Proven, refusedReasons } from "./schema/proven.ts";
import { FundPair, fundsPerTieMax, ties, tiesMax } from "./schema.ts";

export const transfersPageRowsMax = 100;
export const proofsPageRowsMax = 64;

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Count = z.int().nonnegative();
const TimeMs = z.int().nonnegative();
const ReadAt = z.object({ height: Count, timeMs: TimeMs });

/** operatorTrusted: one organisation, which could write what it likes. allMustAgree: so few that all must sign. byzantine: some may lie. */
export const assurances = ["operatorTrusted", "allMustAgree", "byzantine"] as const;
export type Assurance = (typeof assurances)[number];

/** Money of one fund over a tie: accepted there, accepted here, under way there. Of a child, issued and returned. */
export const FlowView = z.object({ fund: Count, sent: Count, received: Count, locked: Count });

export const TieView = z.object({
  ledger: Hash,
  as: z.enum(ties),
  name: z.string(),
  origin: z.string(),
  state: z.enum(["open", "frozen", "closed"]),
  assurance: z.enum(assurances),
  members: Count,
  /** The newest checkpoint that was accepted: size, and when; null before the first. */
  size: Count,
  noteMs: TimeMs.nullable(),
  funds: z.array(FundPair).max(fundsPerTieMax),
  flows: z.array(FlowView).max(fundsPerTieMax),
  underWay: Count,
  settled: Count,
  /** The transaction whose event has both notes, where two histories were shown. */
  frozenBy: Hash.nullable(),
  /** What a child stated last of itself and those below it, by this ledger's numbers of funds. */
  totals: z.object({ ledgers: Count, funds: z.array(FundTotals), timeMs: TimeMs }).nullable(),
});
export type TieView = z.infer<typeof TieView>;

/**
 * The tree as this ledger knows it: its parent first, then children by name. `own`: what this ledger itself is worth, and what it has, without
 * those below it, of each fund that goes over a tie, by its own numbers.
 */
export const tiesView = {
  name: "levels.ties",
  params: z.object({}),
  result: z.object({
    own: z.object({
      ledger: Hash,
      name: z.string(),
      assurance: z.enum(assurances),
      members: Count,
      totals: z.array(FundTotals),
    }),
    rows: z.array(TieView).max(tiesMax),
    readAt: ReadAt,
  }),
} as const;

export const TransferRow = z.object({
  transfer: Hash,
  direction: z.enum(["out", "in"]),
  ledger: Hash,
  n: Count,
  amount: Count,
  state: z.enum(["underWay", "accepted", "refused", "released"]),
  reason: z.enum(refusedReasons).nullable(),
  deadlineMs: TimeMs.nullable(),
  id: Hash,
  height: Count,
  timeMs: TimeMs,
  endedMs: TimeMs.nullable(),
});
export type TransferRow = z.infer<typeof TransferRow>;

/** Transfers, newest first; accounts are not shown. `before`: rows that came before this `next`. */
export const transfersView = {
  name: "levels.transfers",
  params: z.object({
    ledger: Hash.optional(),
    before: z.coerce.number().int().nonnegative().optional(),
    limit: z.coerce.number().int().min(1).max(transfersPageRowsMax).default(20),
  }),
  result: z.object({
    rows: z.array(TransferRow).max(transfersPageRowsMax),
    next: Count.nullable(),
    readAt: ReadAt,
  }),
} as const;

export const levelsViews = [tiesView, transfersView] as const;

/** What this ledger has accepted of another and waits for from it, as of now: what a relay has to bring. */
export const standingView = {
  name: "levels.standing",
  params: z.object({ ledger: Hash }),
  result: z.object({
    state: z.enum(["open", "frozen", "closed"]),
    as: z.enum(ties),
    size: Count,
    /** When the newest tree was accepted; 0 before the first. */
    noteMs: TimeMs,
    receiveNext: Count,
    underWay: Count,
    /** The lowest number of a transfer to it that waits for its answer; null where none does. */
    settleFrom: Count.nullable(),
    /** Place of the last totals that were taken in, in the other's log; null before the first. */
    totalsIndex: Count.nullable(),
    /** The roster of it that was approved last: the next epoch's has to follow this one. */
    approved: z.object({ origin: z.string(), fromSize: Count, fromHeight: Count, roster: RosterShape }),
    /** Of this ledger, when the question was answered. */
    height: Count,
  }),
} as const;

export const shownKinds = ["sent", "decided", "totals"] as const;

/**
 * What this ledger shows another of its log under a checkpoint of it. sent, decided: transfers from number `from` on, in their order; totals:
 * the last statement. Nothing personal is in them but the payee's account, and that of the sender, which events name.
 */
export const shownView = {
  name: "levels.shown",
  params: z.object({
    to: Hash,
    what: z.enum(shownKinds),
    from: z.coerce.number().int().min(0).default(1),
    /** Only what a tree of this size holds is shown, and under it. */
    size: z.coerce.number().int().min(1),
  }),
  result: z.object({ rows: z.array(Proven).max(proofsPageRowsMax) }),
} as const;
