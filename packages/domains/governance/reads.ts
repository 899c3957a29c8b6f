/** Pure questions to the state, for later domains and for this one's own commands. */
import { lastRoster } from "@mingbai/ledger/genesis/rosters";
import type { State } from "@mingbai/ledger/state/state";
import { type Rule, type RuleKey, usualRules } from "./schema/rules.ts";
import { baseTable, memberTable, ruleTable } from "./tables.ts";

/** The organisations that have a vote, in the order of their ids: those who keep the ledger where nobody has said otherwise. */
export function findMembers(state: State): readonly string[] {
  const rows = state.table(memberTable).entries();
  if (rows.length > 0) return rows.map(([organisation]) => organisation);
  return lastRoster(state)
    .members.map(({ organisation }) => organisation)
    .sort();
}

export function isMember(state: State, organisation: string): boolean {
  return findMembers(state).includes(organisation);
}

/** The rule in force. */
export function ruleOf(state: State, key: RuleKey): Rule {
  return state.table(ruleTable).find(key) ?? usualRules[key];
}

/** How often this has been changed by vote. */
export function baseOf(state: State, subject: string): number {
  return state.table(baseTable).find(subject)?.count ?? 0;
}
