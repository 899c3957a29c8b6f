import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { type Answer, accountOf, type Person, testLedger } from "@mingbai/treasury/testing/test-ledger";
import { expect, it } from "vitest";
import type { Change, FreezeTarget } from "../schema.ts";
import { freezeTable, proposalTable } from "../tables.ts";

function person(number: number, organisation: string, ...roles: Person["roles"][number][]): Person {
  return { account: accountOf(number), organisation, roles };
}

/** Four members with an administrator each, one of them with two; an organisation that is none; a regulator who belongs to a member. */
export const people = {
  admin: person(1, "a", "administrator"),
  secondAdmin: person(2, "a", "administrator"),
  manager: person(3, "a", "projectManager"),
  operator: person(4, "a", "nodeOperator"),
  adminB: person(5, "b", "administrator"),
  adminC: person(6, "c", "administrator"),
  adminD: person(7, "d", "administrator"),
  managerD: person(8, "d", "projectManager"),
  regulator: person(9, "d", "regulator"),
  regulatorC: person(10, "c", "regulator"),
  outsider: person(11, "e", "administrator"),
  clerkE: person(12, "e", "operator"),
  supplier: person(13, "e", "supplier"),
  finance: person(14, "a", "financeSupervisor"),
  bank: person(15, "a", "escrowBank"),
} as const;
export const members = ["a", "b", "c", "d"];
export const words = "ab".repeat(32);
export const dayMs = 24 * 60 * 60 * 1_000;
export const quota = (value: number): Change => ({ kind: "parameter", name: "ledger.quotaUnitsPerMinute", value });
export const office = accountOf(0x10);
export const account = { kind: "account", account: office } as const satisfies FreezeTarget;

/** A ledger with an office's account and a fund, on which nothing was voted yet. */
export function scene(
  options: Pick<NonNullable<Parameters<typeof testLedger>[1]>, "onBlock" | "demo" | "network"> = {},
) {
  const ledger = testLedger(Object.values(people), { members, ...options });
  const run = (who: Person, verb: string, input: CanonicalObject): Answer =>
    ledger.run(who, verb.includes(".") ? verb : `governance.${verb}`, input);
  const must = (who: Person, verb: string, input: CanonicalObject): Answer => {
    const answer = run(who, verb, input);
    if (answer.code !== "ok") throw new Error(`${verb}: ${JSON.stringify(answer.outcome.refusal)}`);
    return answer;
  };
  must(people.admin, "treasury.openAccounts", { accounts: [{ account: office, kind: "office", organisation: "a" }] });
  must(people.finance, "treasury.createFund", { fund: 1, code: "F-1", office });
  return {
    state: ledger.state,
    run,
    must,
    wait: ledger.wait,
    proveDoubleVote: ledger.proveDoubleVote,
    now: (): number => ledger.timeMs,
    propose: (change: Change, { who = people.manager as Person, base = 0 } = {}): string =>
      must(who, "propose", { change, base, words }).id,
    vote: (who: Person, proposal: string, choice: "for" | "against" = "for"): string =>
      run(who, "vote", { proposal, choice }).code,
    freeze: (target: FreezeTarget, who: Person = people.regulator): string =>
      must(who, "freeze", { target, reason: "other", words }).id,
    isOpen: (proposal: string): boolean => ledger.state.table(proposalTable).find(proposal) !== undefined,
    freezes: () => ledger.state.table(freezeTable).entries(),
  };
}
export type Scene = ReturnType<typeof scene>;

/** Who asks what of which ledger, and the code that must answer. */
export type Row = readonly [code: string, who: Person, input: (scene: Scene) => CanonicalObject];

/** A test for each row: the command answers with its code. */
export function answers(verb: string, rows: readonly Row[]): void {
  it.each(rows.map(([code, who, input], index) => ({ code, who, input, index })))(
    "$code ($index)",
    ({ code, who, input }) => {
      const made = scene();
      expect(made.run(who, verb, input(made)).code).toBe(code);
    },
  );
}
