import { accountOf, dayMs, foundTestLedger, hex, person } from "@mingbai/identity/testing/test-ledger";
import { setFirstRoster } from "@mingbai/ledger/genesis/rosters";
import { posts } from "../index.ts";

/** A street of two villages with its leader, and the bureau above it. */
export const people = {
  leader: person(1, "street", "leader"),
  grid: person(2, "street", "gridWorker"),
  grid2: person(3, "street", "gridWorker"),
  secretary: person(4, "bureau", "operator"),
  bureauLeader: person(5, "bureau", "leader"),
  citizen: person(6, "residents", "individual"),
  operator: person(7, "street", "nodeOperator"),
  operator2: person(8, "bureau", "nodeOperator"),
  lonely: person(9, "residents", "nodeOperator"),
};

/** Later than any clock that runs this: tables judge by the later of the two. */
export const startMs = Date.UTC(2090, 10, 20, 1);
export const post = accountOf(0x50);
export const subject = accountOf(0x60);
export const untilMs = startMs + 700 * dayMs;
export const given = {
  post,
  account: people.grid.account,
  kind: "gridWorker",
  areas: ["hill"],
  householdsMax: 40,
  untilMs,
};
export const described = { account: people.grid.account, subject, content: hex("d1") };

const areas = [
  { area: "county", level: "district", name: { en: "County", zh: "县" } },
  { area: "town", level: "street", name: { en: "Town", zh: "镇" }, parent: "county" },
  { area: "hill", level: "village", name: { en: "Hill", zh: "山" }, parent: "town" },
  { area: "lake", level: "village", name: { en: "Lake", zh: "湖" }, parent: "town" },
] as const;
const areaOfOrganisation = { street: "town", bureau: "county" };

export type TestScene = ReturnType<typeof testScene>;

/** A ledger of identity and posts. */
export function testScene() {
  const ledger = foundTestLedger({ domains: [posts], people, startMs, areas, areaOfOrganisation });
  setFirstRoster(ledger.state, { epoch: 0, members: ["bureau", "street"].map(memberOf) });
  return ledger;
}

function memberOf(organisation: string) {
  const key = hex("ab");
  const keys = { organisationKey: key, ackKey: key, logKey: key, cosignKey: key, consensusKey: key };
  return { organisation, ...keys, power: 1 };
}
