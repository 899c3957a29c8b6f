import type { Moment } from "../definition/event.ts";
import type { State } from "../state/state.ts";
import { defineTable } from "../state/table.ts";

/**
 * By which rules a ledger is executed, where a later program knows others: members vote it from one version to the next
 * once their nodes run a program that knows both (ADR 26).
 */
export interface RulesVersion {
  readonly version: number;
  readonly fromHeight: number;
  /** In force below `fromHeight`. */
  readonly before: number;
}

/** The newest version that this program can execute; it can execute all before it. */
export const rulesVersionKnown = 1;
/** What a ledger begins with; it has no row until there was a vote. */
export const rulesVersionFirst = 1;

/** One row, under the key "now". */
export const rulesVersionTable = defineTable<RulesVersion>("ledger.rulesVersion");
const key = "now";

/** The version by which this height is executed: the one in hand, or a later one. */
export function rulesVersionInForce(state: State, height: number): number {
  const row = state.table(rulesVersionTable).find(key);
  if (row === undefined) return rulesVersionFirst;
  return height < row.fromHeight ? row.before : row.version;
}

/** The version that comes last, in force or from the next block on. */
export function lastRulesVersion(state: State): number {
  return state.table(rulesVersionTable).find(key)?.version ?? rulesVersionFirst;
}

/** From the next block on, so that a program that does not know the version has executed this one as all others have. */
export function setRulesVersion(state: State, version: number, { height }: Moment): void {
  const before = rulesVersionInForce(state, height);
  state.table(rulesVersionTable).set(key, { version, fromHeight: height + 1, before });
}

/** Throws where this program does not know the rules of the height: its node stops before it executes anything by others. */
export function checkRulesKnown(state: State, height: number): void {
  const version = rulesVersionInForce(state, height);
  if (version <= rulesVersionKnown) return;
  throw new Error(
    `the members have voted version ${version} of the ledger's rules, and this program knows those up to ${rulesVersionKnown}: install the program that the other nodes run, and start again`,
  );
}
