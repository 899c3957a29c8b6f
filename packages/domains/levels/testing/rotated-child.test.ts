import type { Roster } from "@mingbai/ledger/genesis/roster";
import { type SceneNode, sceneNodeOf, sceneNodes, sceneRosterOf } from "@mingbai/testkit/ledger-scene/scene-nodes";
import { describe, expect, it } from "vitest";
import { recountLevels } from "../laws/invariants.ts";
import { flowKey, flowTable } from "../tables.ts";
import { type LevelLedger, signTree } from "./test-ledger.ts";
import {
  book,
  carry,
  countyFund,
  decide,
  foundLedger,
  fund,
  join,
  must,
  people,
  posting,
  proposing,
  sending,
  tieOf,
} from "./test-scene.ts";

const { citizen, finance, node } = people;
const keepers = 4;

/** A roster of the county with those who keep it then, and its note as the two rosters' organisations sign it. */
interface Epoch {
  readonly nodes: readonly SceneNode[];
  readonly roster: Roster;
  readonly note: string;
}

/** The county's next roster: the one in this place gives way to a newcomer. The old ones and the newcomer sign, at its size as it is. */
async function replaced(county: LevelLedger, nodes: readonly SceneNode[], place: number): Promise<Epoch> {
  const newcomer = sceneNodeOf(`newcomer-${place}`);
  const next = nodes.map((node, at) => (at === place ? newcomer : node));
  const epoch = place + 1;
  const roster = sceneRosterOf(next, { epoch });
  const starts = { fromSize: county.hashes.size, fromHeight: county.replica.head.height + 2 };
  return { nodes: next, roster, note: await county.rosterNote(roster, { nodes: [...nodes, newcomer], ...starts }) };
}

/** The county's newest tree as these sign it, with what carries it to the city. */
async function postingBy(county: LevelLedger, city: LevelLedger, { nodes, roster }: Omit<Epoch, "note">) {
  const { size } = county.hashes;
  const note = await signTree({ origin: county.origin, size, root: county.hashes.root() }, { nodes, roster });
  return { ...(await posting(county, city)), note };
}

async function cityAndCountyOfFour() {
  const city = foundLedger("city", { nodes: sceneNodes(keepers) });
  const county = foundLedger("county", { nodes: sceneNodes(keepers), fundNumber: countyFund });
  book(city);
  await join(city, county);
  await carry(county, city);
  return { city, county };
}

describe("a child that replaces all its members, one after the other", () => {
  it("is followed by the parent's votes on each roster: money goes on, and the first members' keys count no more", async () => {
    const { city, county } = await cityAndCountyOfFour();
    let last: Omit<Epoch, "note"> = { nodes: county.parts.nodes, roster: county.roster };
    for (let place = 0; place < keepers; place++) {
      const next = await replaced(county, last.nodes, place);
      decide(city, { kind: "roster", ledger: county.id, roster: next.note });
      must(county, node, "levels.stateTotals", {});
      must(city, citizen, "levels.postCheckpoint", await postingBy(county, city, next));
      expect(tieOf(city, county).rosters).toMatchObject([{ roster: { epoch: place + 1 } }]);
      last = next;
    }
    const first = new Set(county.roster.members.map(({ organisationKey }) => organisationKey));
    expect(last.roster.members.some(({ organisationKey }) => first.has(organisationKey))).toBe(false);
    must(city, finance, "levels.sendTransfer", sending(county, city));
    await carry(city, county);
    must(county, citizen, "levels.receiveTransfer", city.prove(city.indexesOf("levels.transferSent").at(-1) ?? 0));
    const forged = city.run(citizen, "levels.postCheckpoint", await posting(county, city));
    expect(forged).toMatchObject({ code: "NOTE_NOT_TRUSTED" });
    must(city, citizen, "levels.postCheckpoint", await postingBy(county, city, last));
    const decided = county.indexesOf("levels.transferDecided").at(-1) ?? 0;
    must(city, citizen, "levels.settleTransfer", county.prove(decided));
    const flow = city.state.table(flowTable).find(flowKey({ ledger: county.id, fund }));
    expect(flow).toEqual({ sent: 1_000, received: 0, locked: 0 });
    recountLevels(city.state);
  });

  it("is believed without a vote only while more than two thirds of the approved members are left", async () => {
    const { city, county } = await cityAndCountyOfFour();
    const one = await replaced(county, county.parts.nodes, 0);
    must(county, node, "levels.stateTotals", {});
    must(city, citizen, "levels.postCheckpoint", await postingBy(county, city, one));
    const two = await replaced(county, one.nodes, 1);
    must(county, node, "levels.stateTotals", {});
    const posted = await postingBy(county, city, two);
    expect(city.run(citizen, "levels.postCheckpoint", posted).code).toBe("NOTE_NOT_TRUSTED");
    const skipping = proposing(city, { kind: "roster", ledger: county.id, roster: two.note });
    expect(city.run(finance, "governance.propose", skipping)).toMatchObject({
      code: "ROSTER_NOTE_WRONG",
      detail: { fault: "ROSTER_NOT_FOLLOWING" },
    });
    for (const { note } of [one, two]) decide(city, { kind: "roster", ledger: county.id, roster: note });
    must(city, citizen, "levels.postCheckpoint", posted);
  });
});
