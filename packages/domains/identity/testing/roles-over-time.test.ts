import { actorTable, type Role, roles } from "@mingbai/ledger/authority/role";
import { findActor } from "@mingbai/ledger/authority/roles-in-force";
import type { State } from "@mingbai/ledger/state/state";
import { deepCount } from "@mingbai/testkit/deep";
import { type Random, random, runSeed } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import { hasAdministratorGap } from "../grants/administrator-gap.ts";
import { findExclusion } from "../role-groups.ts";
import { organisationTable } from "../tables.ts";
import { accountOf, admin, clerk, colleague, dayMs, nowMs, scene, stranger } from "./test-scene.ts";

const accounts = [admin, clerk, colleague, stranger, accountOf(5), accountOf(6), accountOf(7)];
const stepsPerRun = 40;

/** One act that may be refused: grants, withdrawals, deputies, leaves, returns, hand-overs, new people. */
function randomAct(rng: Random, timeMs: number): [verb: string, input: object] {
  const account = rng.pick(accounts);
  const list = [...new Set(Array.from({ length: 1 + rng.below(2) }, () => rng.pick(roles)))];
  const fromMs = timeMs + rng.below(20) * dayMs;
  const start = rng.chance(1, 2) ? { fromMs } : {};
  const untilMs = fromMs + (1 + rng.below(20)) * dayMs;
  const end = rng.chance(1, 2) ? { untilMs } : {};
  switch (rng.below(8)) {
    case 0:
      return ["registerActor", { account, organisation: "bureau", roles: list, ...start, ...end }];
    case 1:
      return ["withdrawRoles", { account, roles: list }];
    case 2:
      return ["appointDeputy", { account, deputyOf: rng.pick(accounts), roles: list, ...start, untilMs }];
    case 3:
      return ["takeLeave", { account, ...start, untilMs }];
    case 4:
      return ["returnFromLeave", { account }];
    case 5:
      return ["handOver", { account, to: rng.pick(accounts), roles: list, ...(rng.chance(1, 2) && { atMs: fromMs }) }];
    default:
      return ["grantRoles", { account, roles: list, ...start, ...end }];
  }
}

/** Every moment from now on at which any list of roles may become another. */
function turnsFrom(state: State, timeMs: number): number[] {
  const turns = state
    .table(actorTable)
    .entries()
    .flatMap(([, { grants, leaves = [] }]) =>
      [...grants, ...leaves].flatMap(({ fromMs, untilMs = 0 }) => [fromMs, untilMs]),
    );
  return [timeMs, ...new Set(turns.filter((turn) => turn > timeMs))];
}

/** What the ledger's rules say of grants and leaves, told once more without anything kept. */
function plainRoles(state: State, account: string, timeMs: number): Role[] {
  const row = state.table(actorTable).find(account);
  const covers = (term: { fromMs: number; untilMs?: number }) =>
    term.fromMs <= timeMs && timeMs < (term.untilMs ?? Number.POSITIVE_INFINITY);
  const isAway = (one: string | undefined) =>
    state
      .table(actorTable)
      .find(one ?? "")
      ?.leaves?.some(covers) === true;
  const isPersonal = (role: Role) => ["supplier", "individual", "donor"].includes(role);
  const held = (row?.grants ?? []).filter(({ role, deputyOf, ...term }) => {
    if (!covers(term) || (isAway(account) && !isPersonal(role))) return false;
    if (deputyOf === undefined) return true;
    const theirs = state.table(actorTable).find(deputyOf)?.grants ?? [];
    return isAway(deputyOf) && theirs.some((one) => one.role === role && one.deputyOf === undefined && covers(one));
  });
  return [...new Set(held.map(({ role }) => role))];
}

describe("after any sequence of acts on roles, at every moment from then on", () => {
  const seed = runSeed();

  it(`nobody has roles of two groups, and every organisation has an administrator (seed ${seed})`, () => {
    const rng = random(seed);
    let accepted = 0;
    for (let round = 0; round < deepCount(60, 2_000); round++) {
      const { state, run } = scene();
      let timeMs = nowMs;
      for (let step = 0; step < stepsPerRun; step++) {
        const [verb, input] = randomAct(rng, timeMs);
        const actor = rng.chance(3, 4) ? admin : rng.pick(accounts);
        if (run(actor, verb, input, timeMs) === "ok") accepted++;
        if (rng.chance(1, 3)) timeMs += rng.below(5) * dayMs;
        for (const [organisation] of state.table(organisationTable).entries()) {
          expect(hasAdministratorGap(state, organisation, { changed: new Map(), nowMs: timeMs }), verb).toBe(false);
        }
      }
      for (const turn of turnsFrom(state, timeMs)) {
        for (const account of accounts) {
          const held = findActor(state, account, turn)?.roles ?? [];
          expect(held, `${account} at ${turn}, round ${round}`).toEqual(plainRoles(state, account, turn));
          expect(findExclusion(held)).toBeUndefined();
        }
        for (const organisation of ["bureau", "street"])
          expect(administratorsAt(state, organisation, turn)).not.toBe(0);
      }
    }
    expect(accepted).toBeGreaterThan(stepsPerRun);
  });
});

function administratorsAt(state: State, organisation: string, timeMs: number): number {
  const people = accounts.map((account) => findActor(state, account, timeMs));
  return people.filter((one) => one?.organisation === organisation && one.roles.includes("administrator")).length;
}
