import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { frozenOrganisationTable } from "@mingbai/ledger/authority/frozen";
import { deepCount } from "@mingbai/testkit/deep";
import { type Random, random, runSeed } from "@mingbai/testkit/random";
import { isTargetFrozen } from "@mingbai/treasury/reads";
import { type ExecutedBlock, type Person, testLedger } from "@mingbai/treasury/testing/test-ledger";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { findMembers } from "../reads.ts";
import { changeableRuleKeys } from "../schema/rules.ts";
import { choices, type FreezeTarget } from "../schema.ts";
import { freezeTable, proposalTable } from "../tables.ts";
import { dayMs, members, office, people, words } from "./test-scene.ts";

const everyone: readonly Person[] = Object.values(people);
const seed = runSeed();
const histories = deepCount(6, 400);
const steps = 250;

const Opened = z.object({
  needed: z.int(),
  voters: z.array(z.string()),
  by: z.string(),
  deadlineMs: z.int(),
});

interface Ballot {
  readonly needed: number;
  readonly voters: readonly string[];
  readonly by: string;
  readonly votes: Map<string, { choice: string; by: string }>;
  readonly deadlineMs: number;
}

/** What events say, kept apart from the state: every vote, and whether what ended as applied had enough of them. */
class Witness {
  readonly ballots = new Map<string, Ballot>();
  applied = 0;
  ended = 0;

  readonly see = ({ timeMs, executed }: ExecutedBlock): void => {
    for (const { outcome } of executed) {
      for (const { type, data } of outcome.events) this.#take(type, data, timeMs);
    }
  };

  #take(type: string, data: CanonicalObject, timeMs: number): void {
    const id = String(data.proposal);
    if (type === "governance.proposed") {
      const { needed, voters, by, deadlineMs } = Opened.parse(data);
      this.ballots.set(id, { needed, voters, by, deadlineMs, votes: new Map() });
    }
    const ballot = this.ballots.get(id);
    if (type === "governance.voted") {
      const voter = String(data.voter);
      expect(ballot?.voters).toContain(voter);
      expect(ballot?.votes.has(voter), "a second vote").toBe(false);
      expect(data.by, "the proposer's vote").not.toBe(ballot?.by);
      expect(timeMs).toBeLessThan(ballot?.deadlineMs ?? 0);
      ballot?.votes.set(voter, { choice: String(data.choice), by: String(data.by) });
    }
    if (type !== "governance.proposalEnded" || ballot === undefined) return;
    this.ended++;
    this.#judge(String(data.outcome), ballot);
    this.ballots.delete(id);
  }

  #judge(outcome: string, { needed, voters, votes }: Ballot): void {
    const yes = [...votes.values()].filter(({ choice }) => choice === "for").length;
    if (outcome === "applied") {
      this.applied++;
      expect(yes).toBeGreaterThanOrEqual(needed);
    }
    if (outcome === "rejected") expect(voters.length - (votes.size - yes)).toBeLessThan(needed);
  }
}

function history(source: Random) {
  const witness = new Witness();
  const ledger = testLedger(everyone, { members, onBlock: witness.see });
  ledger.run(people.admin, "treasury.openAccounts", {
    accounts: [{ account: office, kind: "office", organisation: "a" }],
  });
  ledger.run(people.finance, "treasury.createFund", { fund: 1, code: "F-1", office });
  const someone = () => source.pick(everyone);
  const organisation = () => source.pick(["a", "b", "c", "d", "e"]);
  const target = (): FreezeTarget =>
    source.pick([
      { kind: "account", account: office },
      { kind: "fund", fund: 1 },
      { kind: "organisation", organisation: organisation() },
    ] as const);
  const rule = () => ({
    level: source.pick([{ kind: "members" }, { kind: "members" }, { kind: "regulators" }]),
    threshold: source.pick([{ kind: "majority" }, { kind: "all" }, { kind: "atLeast", count: 1 + source.below(3) }]),
    openDays: 1 + source.below(5),
  });
  const change = (): CanonicalObject =>
    source.pick([
      () => ({ kind: "parameter", name: "ledger.quotaUnitsPerMinute", value: 100_000_000 + source.below(9) }),
      () => ({ kind: "parameter", name: "workflow.passedDays", value: 1 + source.below(9) }),
      () => ({ kind: "rule", of: source.pick(changeableRuleKeys), rule: rule() }),
      () => ({ kind: "admitMember", organisation: organisation() }),
      () => ({ kind: "removeMember", organisation: organisation() }),
      () => ({ kind: "liftFreeze", target: target() }),
    ])();
  const open = () => [...witness.ballots.keys()];
  const acts = [
    () => ledger.run(someone(), "governance.propose", { change: change(), base: source.below(3), words }),
    () => vote(),
    () => vote(),
    () => vote(),
    () => ledger.run(someone(), "governance.accept", { proposal: source.pick(open()) }),
    () => source.chance(1, 4) && ledger.run(someone(), "governance.withdraw", { proposal: source.pick(open()) }),
    () =>
      source.chance(1, 3) &&
      ledger.run(people.regulator, "governance.freeze", { target: target(), reason: "other", words }),
    () => source.chance(1, 3) && ledger.run(people.regulatorC, "governance.unfreeze", { target: target() }),
    () => source.chance(1, 5) && ledger.wait(source.below(3) * dayMs),
  ];
  const vote = () => {
    const choice = source.chance(3, 4) ? choices[0] : choices[1];
    return ledger.run(someone(), "governance.vote", { proposal: source.pick(open()), choice });
  };
  for (let step = 0; step < steps; step++) {
    const act = open().length === 0 ? acts[0] : source.pick(acts);
    act?.();
    check(ledger, witness);
  }
  return witness;
}

/** What must hold after every block. */
function check({ state, timeMs }: ReturnType<typeof testLedger>, witness: Witness): void {
  const open = state.table(proposalTable).entries();
  expect(open.map(([id]) => id)).toEqual([...witness.ballots.keys()].sort());
  for (const [, { deadlineMs }] of open) expect(deadlineMs).toBeGreaterThan(timeMs);
  expect(findMembers(state).length).toBeGreaterThan(0);
  const placed = state
    .table(freezeTable)
    .entries()
    .map(([, row]) => row);
  const stopped: string[] = [];
  for (const row of placed) {
    if (row.state === "spent") continue;
    if (row.target.kind === "organisation") stopped.push(row.target.organisation);
    else expect(isTargetFrozen(state, row.target)).toBe(true);
    if (row.state === "placed") expect(witness.ballots.has(row.proposal)).toBe(true);
  }
  expect(
    state
      .table(frozenOrganisationTable)
      .entries()
      .map(([one]) => one),
  ).toEqual(stopped.sort());
}

describe("any history of proposals, votes and freezes", () => {
  it(`keeps to its ballots, deadlines and freezes (seed ${seed}, ${histories} histories)`, { timeout: 600_000 }, () => {
    const done = Array.from({ length: histories }, (_, at) => history(random(seed + at)));
    expect(done.reduce((sum, { applied }) => sum + applied, 0)).toBeGreaterThan(0);
    expect(done.reduce((sum, { ended }) => sum + ended, 0)).toBeGreaterThan(histories);
  });
});
