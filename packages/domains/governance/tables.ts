import type { Number64 } from "@mingbai/codec/number64";
import { defineTable } from "@mingbai/ledger/state/table";
import type { Rule } from "./schema/rules.ts";
import type { Choice, FreezeTarget, Outcome, VotedChange } from "./schema.ts";

/** Organisations that have a vote, by id. */
export const memberTable = defineTable<{ readonly fromMs: number }>("governance.members");

/** Rules that members have voted, by key; `usualRules` where they have not. */
export const ruleTable = defineTable<Rule>("governance.rules");

/** How often a thing was changed by vote, by its subject: what two proposals about it are compared by. */
export const baseTable = defineTable<{ readonly count: number }>("governance.bases");

export interface VoteRow {
  /** An organisation or an account, as the rule's level says. */
  readonly voter: string;
  readonly choice: Choice;
}

/** A proposal that is open. What has ended keeps its outcome only: the log has the rest. */
export interface ProposalRow {
  readonly change: VotedChange;
  readonly subject: string;
  readonly rule: Rule;
  /** Who may vote, as it was when it was proposed: later changes of members or roles add no vote to it. */
  readonly voters: readonly string[];
  readonly needed: number;
  readonly votes: readonly VoteRow[];
  /** What must say yes besides the votes: organisations, and public keys. */
  readonly consents: readonly string[];
  readonly by: Number64;
  readonly organisation: string;
  readonly deadlineMs: number;
}

/** Open proposals by the identity of the transaction that made them. */
export const proposalTable = defineTable<ProposalRow>("governance.proposals");

/** What became of the others. */
export const endedTable = defineTable<{ readonly outcome: Outcome; readonly subject: string }>("governance.ended");

/** placed: until its proposal ends. confirmed: until it is lifted by vote. spent: not to be placed again before `againMs`. */
export type FreezeRow =
  | { readonly state: "placed"; readonly target: FreezeTarget; readonly proposal: string }
  | { readonly state: "confirmed"; readonly target: FreezeTarget }
  | { readonly state: "spent"; readonly againMs: number };

/** Freezes by what is frozen. */
export const freezeTable = defineTable<FreezeRow>("governance.freezes");

/** Members that the engine of consensus proved to have voted twice, by organisation and the height of the votes. */
export const doubleVoteTable = defineTable<{ readonly provenHeight: number }>("governance.doubleVotes");

export const governanceTables = [
  memberTable,
  ruleTable,
  baseTable,
  proposalTable,
  endedTable,
  freezeTable,
  doubleVoteTable,
];
