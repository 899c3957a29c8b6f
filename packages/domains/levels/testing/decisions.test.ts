import { sceneNodeOf, sceneRosterOf } from "@mingbai/testkit/ledger-scene/scene-nodes";
import { readBalance } from "@mingbai/treasury/reads";
import { describe, expect, it } from "vitest";
import { assuranceOf } from "../laws/assurance.ts";
import { recountLevels } from "../laws/invariants.ts";
import { openDecisionsMax } from "../schema.ts";
import { decisionTable, totalsTable } from "../tables.ts";
import { signTree } from "./test-ledger.ts";
import {
  carry,
  cityAndCounty,
  deposit,
  foundLedger,
  fund,
  joining,
  must,
  office,
  people,
  posting,
  sending,
  tieOf,
  transfer,
} from "./test-scene.ts";

const { administrator, secondAdministrator, thirdAdministrator, citizen, finance } = people;
const fifteenDaysMs = 15 * 86_400_000;

describe("a decision on a tie", () => {
  it("is taken once more than two thirds of the members agree, each organisation once", async () => {
    const city = foundLedger("city", { members: ["bureau", "street", "park"] });
    const { id } = must(city, administrator, "levels.proposeDecision", await joining(foundLedger("county"), "child"));
    const approve = { proposal: id };
    expect(city.run(administrator, "levels.approveDecision", approve).code).toBe("DECISION_APPROVED");
    expect(must(city, secondAdministrator, "levels.approveDecision", approve).events).toHaveLength(1);
    const types = must(city, thirdAdministrator, "levels.approveDecision", approve).events.map(({ type }) => type);
    expect(types).toEqual(["levels.decisionApproved", "levels.tieJoined", "levels.decisionTaken"]);
    expect(city.state.table(decisionTable).size).toBe(0);
  });

  it("lapses, and then makes room", async () => {
    const city = foundLedger("city", { members: ["bureau", "street"] });
    const input = await joining(foundLedger("county"), "child");
    const { id } = must(city, administrator, "levels.proposeDecision", input);
    for (let open = 1; open < openDecisionsMax; open++) must(city, administrator, "levels.proposeDecision", input);
    expect(city.run(administrator, "levels.proposeDecision", input).code).toBe("DECISIONS_FULL");
    city.timeMs += fifteenDaysMs;
    expect(city.run(secondAdministrator, "levels.approveDecision", { proposal: id }).code).toBe("DECISION_LAPSED");
    must(city, administrator, "levels.proposeDecision", input);
    expect(city.state.table(decisionTable).size).toBe(1);
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
    must(city, administrator, "levels.proposeDecision", {
      decision: { kind: "roster", ledger: county.id, roster: note },
    });
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
    must(city, administrator, "levels.proposeDecision", { decision: { kind: "close", ledger: county.id } });
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
    must(
      province,
      administrator,
      "levels.proposeDecision",
      await joining(city, "child", [{ own: fund, theirs: fund }]),
    );
    must(
      city,
      administrator,
      "levels.proposeDecision",
      await joining(province, "parent", [{ own: fund, theirs: fund }]),
    );
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
