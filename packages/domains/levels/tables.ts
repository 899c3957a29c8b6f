import type { Roster } from "@mingbai/ledger/genesis/roster";
import { defineTable } from "@mingbai/ledger/state/table";
import type { FundTotals } from "./schema/proven.ts";
import type { FundPair, TieKind } from "./schema.ts";

/** open: all goes. frozen: it showed two histories; what lies within the accepted size counts. closed: by vote. */
export type TieState = "open" | "frozen" | "closed";

/** A roster of another ledger that this one has approved. */
export interface KnownRoster {
  readonly origin: string;
  readonly fromSize: number;
  readonly fromHeight: number;
  readonly roster: Roster;
}

/** A state of the other's log that was signed as it must be. `root` is hexadecimal. */
export interface AcceptedTree {
  readonly size: number;
  readonly root: string;
}

/** Another ledger that this one knows. */
export interface TieRow {
  readonly as: TieKind;
  readonly name: string;
  readonly origin: string;
  readonly state: TieState;
  readonly funds: readonly FundPair[];
  /** The rosters by which its notes are judged: the newest approved, and the one before until a tree of the newest came. */
  readonly rosters: readonly KnownRoster[];
  /** Accepted trees, the newest last; at least one, of size 0 at first. */
  readonly trees: readonly AcceptedTree[];
  /** The note of the newest tree, "" before the first, and when it came. */
  readonly note: string;
  readonly noteMs: number;
  /** Numbers of the next transfer to it and of the next from it. */
  readonly sendNext: number;
  readonly receiveNext: number;
  /** Transfers to it without an answer, and tranches opened for money from it. */
  readonly underWay: number;
  readonly tranches: number;
}
/** Ties by the other ledger's chain. */
export const tieTable = defineTable<TieRow>("levels.ties");

/** Money of one fund over one tie: sent and accepted there, accepted here, under way there. */
export interface FlowRow {
  readonly sent: number;
  readonly received: number;
  readonly locked: number;
}
/** Flows by chain and own number of the fund. */
export const flowTable = defineTable<FlowRow>("levels.flows");
export function flowKey(of: { ledger: string; fund: number }): string {
  return `${of.ledger}:${of.fund}`;
}

/** A transfer to another ledger that has no answer yet; the treasury's hold of the same id has the money. */
export interface TransferRow {
  readonly ledger: string;
  readonly n: number;
}
/** Transfers under way by id. */
export const transferTable = defineTable<TransferRow>("levels.transfers");

/** Which tranche money of a tie stands in, by chain, fund and expiry (0 = none). */
export const arrivalTable = defineTable<{ readonly tranche: number }>("levels.arrivals");
export function arrivalKey(of: { ledger: string; fund: number; expiryMs: number }): string {
  return `${of.ledger}:${of.fund}:${of.expiryMs}`;
}

/** What a child said last of itself and those below it, by chain. */
export interface TotalsRow {
  readonly ledgers: number;
  readonly funds: readonly FundTotals[];
  /** Place of the statement in the child's log: an older one never replaces a newer. */
  readonly index: number;
  readonly timeMs: number;
}
export const totalsTable = defineTable<TotalsRow>("levels.totals");

export const levelsTables = [tieTable, flowTable, transferTable, arrivalTable, totalsTable];
