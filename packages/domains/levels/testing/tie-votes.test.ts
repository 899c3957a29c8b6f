import { sceneNodeOf, sceneRosterOf } from "@mingbai/testkit/ledger-scene/scene-nodes";
import { readBalance } from "@mingbai/treasury/reads";
import { describe, expect, it } from "vitest";
import { recountLevels } from "../laws/invariants.ts";
import { assuranceOf } from "../schema/assurance.ts";
import { tieTable, totalsTable } from "../tables.ts";
import { signTree } from "./test-ledger.ts";
import {
  carry,
  cityAndCounty,
  decide,
  deposit,
  foundLedger,
  fund,
  joining,
  must,
  office,
  people,
  posting,
  proposing,
  sending,
  tieOf,
  transfer,
} from "./test-scene.ts";

const { administrator, secondAdministrator, thirdAdministrator, citizen, finance } = people;
const fifteenDaysMs = 15 * 86_400_000;

describe("a vote on a tie", () => {
  const inFavour = { choice: "for" };

  it("takes effect once more than two thirds of the members are in favour, each organisation once", async () => {
    const city = foundLedger("city", { members: ["bureau", "street", "park"] });
    const proposal = proposing(city, await joining(foundLedger("county"), "child"));
    const { id } = must(city, finance, "governance.propose", proposal);
    const vote = { proposal: id, ...inFavour };
    expect(must(city, administrator, "governance.vote", vote).events).toHaveLength(1);
    expect(city.run(administrator, "governance.vote", vote).code).toBe("VOTED");
    expect(must(city, secondAdministrator, "governance.vote", vote).events).toHaveLength(1);
    const types = must(city, thirdAdministrator, "governance.vote", vote).events.map(({ type }) => type);
    expect(types).toEqual(["governance.voted", "levels.tieJoined", "governance.proposalEnded"]);
  });

  it("lapses, and the same may be proposed again", async () => {
    const city = foundLedger("city", { members: ["bureau", "street"] });
    const proposal = proposing(city, await joining(foundLedger("county"), "child"));
    const { id } = must(city, finance, "governance.propose", proposal);
    city.timeMs += fifteenDaysMs;
    expect(city.run(administrator, "governance.vote", { proposal: id, ...inFavour }).code).toBe("PROPOSAL_CLOSED");
    expect(city.state.table(tieTable).size).toBe(0);
    must(city, finance, "governance.propose", proposal);
  });

  it("comes to nothing where it cannot be any more: of two parents the first stays", async () => {
    const county = foundLedger("county");
    const ids: string[] = [];
    for (const name of ["city", "province"]) {
      const proposal = proposing(county, await joining(foundLedger(name), "parent"));
      ids.push(must(county, finance, "governance.propose", proposal).id);
    }
    const outcomes = ids.map((proposal) => {
      const { events } = must(county, administrator, "governance.vote", { proposal, ...inFavour });
      return events.at(-1)?.data.outcome;
    });
    expect(outcomes).toEqual(["applied", "void"]);
    expect(county.state.table(tieTable).size).toBe(1);
  });

  it("lets a county's roster change, and leavers' keys count no more once a tree of the new one came", async () => {
    const { city, county } = await cityAndCounty();
    await carry(county, city);
    const old = county.parts.nodes;
    const next = [sceneNodeOf("newcomer")];
    const roster = sceneRosterOf(next, { epoch: 1 });
    const note = await county.rosterNote(roster, {
      nodes: [...old, ...next],
      fromSize: county.hashes.size,
      fromHeight: 9,
    });
    must(county, people.node, "levels.stateTotals", {});
    const { size } = county.hashes;
    const byNext = await signTree({ origin: county.origin, size, root: county.hashes.root() }, { nodes: next, roster });
    const input = await posting(county, city);
    const early = city.run(citizen, "levels.postCheckpoint", { ...input, note: byNext });
    expect(early.code).toBe("NOTE_NOT_TRUSTED");
    decide(city, { kind: "roster", ledger: county.id, roster: note });
    expect(city.run(citizen, "levels.postCheckpoint", input).code).toBe("NOTE_NOT_TRUSTED");
    must(city, citizen, "levels.postCheckpoint", { ...input, note: byNext });
    expect(tieOf(city, county).rosters).toHaveLength(1);
    const twin = county.fork();
    const forged = await twin.note(2);
    const answer = city.run(citizen, "levels.postCheckpoint", { ...input, note: forged, from: size });
    expect(answer.code).toBe("NOTE_NOT_TRUSTED");
  });

  it("closes a tie, after which a parent may unlock what was never answered", async () => {
    const { city, county } = await cityAndCounty();
    const { events } = must(city, finance, "levels.sendTransfer", sending(county, city));
    decide(city, { kind: "close", ledger: county.id });
    must(city, finance, "levels.releaseTransfer", { transfer: String(events.at(-1)?.data.transfer) });
    expect(readBalance(city.state, { account: office, tranche: 1 })).toEqual({ free: deposit, locked: 0 });
    recountLevels(city.state);
  });
});

describe("what is told of a ledger", () => {
  it.each([
    [1, "operatorTrusted"],
    [2, "allMustAgree"],
    [3, "allMustAgree"],
    [4, "byzantine"],
    [7, "byzantine"],
  ])("kept by %i organisations is what its signatures are worth: %s", (count, assurance) => {
    const nodes = Array.from({ length: count }, (_, number) => sceneNodeOf(`node-${number}`));
    expect(assuranceOf(sceneRosterOf(nodes))).toBe(assurance);
  });

  it("goes up as sums over all below it, by the parent's numbers, and the sum is what the bank has", async () => {
    const { city, county } = await cityAndCounty();
    const province = foundLedger("province");
    decide(province, await joining(city, "child", [{ own: fund, theirs: fund }]));
    decide(city, await joining(province, "parent", [{ own: fund, theirs: fund }]));
    await transfer(city, county, { amount: 400 });
    must(county, people.node, "levels.stateTotals", {});
    await carry(county, city);
    must(city, citizen, "levels.receiveTotals", county.prove(county.hashes.size - 1));
    expect(city.state.table(totalsTable).find(county.id)).toMatchObject({
      ledgers: 1,
      funds: [{ fund, outstanding: 400 }],
    });
    const stated = must(city, people.node, "levels.stateTotals", {}).events[0]?.data;
    expect(stated).toMatchObject({ ledgers: 2, funds: [{ fund, outstanding: deposit, paidIn: deposit, paidOut: 0 }] });
    await carry(city, province);
    must(province, citizen, "levels.receiveTotals", city.prove(city.hashes.size - 1));
    expect(province.state.table(totalsTable).find(city.id)?.ledgers).toBe(2);
  });
});
