import { accountOf, foundTestLedger, hex, person } from "@mingbai/identity/testing/test-ledger";
import { setFirstRoster } from "@mingbai/ledger/genesis/rosters";
import { posts } from "@mingbai/posts/index";
import { erasureStatement } from "../content/texts/erasure-statement.ts";
import { registry as households } from "../index.ts";
import { householdTable, personTable } from "../tables.ts";

/** A street that keeps the files of two villages, the bureau above it, and who looks on. */
export const people = {
  grid: person(1, "street", "gridWorker"),
  grid2: person(2, "street", "gridWorker"),
  clerk: person(3, "street", "caseHandler"),
  leader: person(4, "street", "leader"),
  bureau: person(5, "bureau", "caseHandler"),
  secretary: person(6, "bureau", "gridWorker"),
  citizen: person(7, "residents", "individual"),
  stranger: person(8, "residents", "individual"),
  regulator: person(9, "inspection", "regulator"),
  auditor: person(10, "inspection", "auditor"),
  operator: person(11, "street", "nodeOperator"),
  operator2: person(16, "inspection", "nodeOperator"),
  lonely: person(17, "bureau", "nodeOperator"),
  admin: person(12, "street", "administrator"),
  reviewer: person(13, "street", "reviewer"),
  approver: person(14, "street", "approver"),
  /** Holds offices that a small place gives to one: only the rule of two keeps them apart. */
  chief: person(15, "street", "gridWorker", "reviewer", "leader"),
};

/** Later than any clock that runs this: the tables judge by the later of the two. */
export const startMs = Date.UTC(2090, 10, 20, 1);
const part = hex("c1");
const first = (number: number) => ({ subject: accountOf(number), content: part });
/** Two households of the village of the hill, one of the village of the lake. */
export const hill = { household: accountOf(0x100), area: "hill", content: part, people: [first(0x101), first(0x102)] };
export const ridge = { household: accountOf(0x110), area: "hill", content: part, people: [first(0x111)] };
export const lake = { household: accountOf(0x200), area: "lake", content: part, people: [first(0x201)] };
export const fresh = { household: accountOf(0x300), area: "hill", content: part, people: [first(0x301)] };
export const importId = accountOf(0x900);
export const change = (subject: string, base: number) => ({ subject, base, content: hex("c2") });

const areas = [
  { area: "county", level: "district", name: { en: "County", zh: "县" } },
  { area: "town", level: "street", name: { en: "Town", zh: "镇" }, parent: "county" },
  { area: "hill", level: "village", name: { en: "Hill", zh: "山" }, parent: "town" },
  { area: "lake", level: "village", name: { en: "Lake", zh: "湖" }, parent: "town" },
  { area: "abroad", level: "district", name: { en: "Abroad", zh: "外县" } },
] as const;
const areaOfOrganisation = { street: "town", bureau: "county" };

/** A ledger of identity, posts and registry. */
export function testScene() {
  const ledger = foundTestLedger({ domains: [posts, households], people, startMs, areas, areaOfOrganisation });
  setFirstRoster(ledger.state, { epoch: 0, members: ["inspection", "street"].map(memberOf) });
  return Object.assign(ledger, {
    household: (number: string) => ledger.state.table(householdTable).find(number),
    person: (number: string) => ledger.state.table(personTable).find(number),
  });
}

function memberOf(organisation: string) {
  const key = hex("ab");
  const keys = { organisationKey: key, ackKey: key, logKey: key, cosignKey: key, consensusKey: key };
  return { organisation, ...keys, power: 1 };
}

/** What an organisation's vault says of an erasure of these subjects, on this scene's ledger. */
export function testStatement(erasure: string, organisation: string, subjects: readonly string[]): string {
  return erasureStatement(new Uint8Array(32), { erasure, organisation, subjects });
}

export type TestScene = ReturnType<typeof testScene>;

/** The files of hill, ridge and lake are kept; ridge came by an import. A neighbour's account is bound to a person of hill. */
export function keptScene(): TestScene {
  const scene = testScene();
  scene.must(people.grid, "openHouseholds", { households: [hill, lake] });
  scene.must(people.grid, "openHouseholds", { import: importId, households: [ridge] });
  const { account } = people.citizen;
  scene.must(people.grid, "bindAccount", { person: accountOf(0x101), account, witness: people.leader.account });
  return scene;
}
