import { accountOf, dayMs, hex } from "@mingbai/identity/testing/test-ledger";
import { describe, expect, it } from "vitest";
import { partsNamed } from "../projection/parts-named.ts";
import { erasedTable, erasureTable, grantTable } from "../tables.ts";
import { change, fresh, hill, importId, keptScene, lake, people, ridge, testStatement } from "./test-scene.ts";

const { grid, grid2, clerk, leader, bureau, citizen, operator, operator2 } = people;
const [head, wife] = [accountOf(0x101), accountOf(0x102)];

describe("household files", () => {
  it("count the versions of each subject, also where two wrote at once", () => {
    const scene = keptScene();
    scene.must(grid, "recordChanges", { changes: [change(head, 1), change(hill.household, 1)] });
    scene.must(grid2, "recordChanges", { changes: [change(head, 1)] });
    expect(scene.events.map(({ data }) => [data.version, data.base])).toEqual([[3, 1]]);
    expect([scene.person(head)?.version, scene.household(hill.household)?.version]).toEqual([3, 2]);
  });

  it("hold each person in one household at a time, through births, moves, splits and merges", () => {
    const scene = keptScene();
    const child = { subject: accountOf(0x103), content: hex("c1") };
    scene.must(grid, "addPeople", { household: hill.household, because: "birth", people: [child] });
    scene.must(grid, "movePeople", { from: hill.household, to: lake.household, people: [wife] });
    const split = {
      from: hill.household,
      people: [head],
      household: fresh.household,
      area: "hill",
      content: hex("c1"),
    };
    scene.must(clerk, "splitHousehold", split);
    scene.must(clerk, "mergeHouseholds", { from: ridge.household, to: lake.household });
    expect(scene.household(hill.household)?.people).toEqual([child.subject]);
    expect(scene.household(fresh.household)?.people).toEqual([head]);
    expect(scene.household(lake.household)?.people).toEqual([accountOf(0x201), wife, accountOf(0x111)]);
    expect(scene.household(ridge.household)).toMatchObject({ people: [], ended: "merged" });
    for (const household of [hill, fresh, lake, ridge])
      for (const person of scene.household(household.household)?.people ?? [])
        expect(scene.person(person)?.household).toBe(household.household);
  });

  it("end with a death and the last of a household, and come back where that was a mistake", () => {
    const scene = keptScene();
    for (const person of [wife, head])
      scene.must(grid, "endPerson", { person, because: "death", base: 1, content: hex("c3") });
    scene.must(grid, "closeHousehold", { household: hill.household, because: "emptied" });
    expect(scene.household(hill.household)).toMatchObject({ people: [], ended: "emptied" });
    scene.must(grid, "reopenHousehold", { household: hill.household });
    expect(scene.household(hill.household)?.ended).toBeUndefined();
  });

  it("of an import are taken back as long as nobody worked on them", () => {
    const scene = keptScene();
    scene.must(grid, "withdrawHouseholds", { import: importId, households: [ridge.household] });
    expect(scene.household(ridge.household)?.ended).toBe("withdrawn");
  });
});

describe("access to a file", () => {
  const asked = { household: hill.household, purpose: "review", classes: ["money"], untilMs: 0 };
  const given = { household: hill.household, organisation: "bureau" };
  const open = { purpose: "review", households: [hill.household] };

  it("is open from the household's word until its end, or until it is taken back", () => {
    const scene = keptScene();
    scene.must(bureau, "requestAccess", { ...asked, untilMs: scene.timeMs + dayMs });
    scene.must(citizen, "grantAccess", given);
    expect(scene.run(bureau, "openFiles", open)).toBe("ok");
    expect(scene.events[0]?.data).toEqual({ ...open, organisation: "bureau", by: bureau.account });
    scene.timeMs += dayMs;
    expect(scene.run(bureau, "openFiles", open)).toBe("NOT_ENTITLED");
    scene.must(bureau, "requestAccess", { ...asked, untilMs: scene.timeMs + dayMs });
    const proof = hex("d5");
    scene.must(grid, "grantAccess", { ...given, witness: leader.account, proof });
    expect(scene.events.map(({ data }) => [data.witness, data.proof])).toEqual([[leader.account, proof]]);
    expect(scene.events.flatMap(partsNamed)).toEqual([`part/${hill.household}/${proof}/${grid.account}`]);
    expect(scene.run(bureau, "openFiles", open)).toBe("ok");
    scene.must(citizen, "revokeAccess", given);
    expect(scene.run(bureau, "openFiles", open)).toBe("NOT_ENTITLED");
    expect(scene.state.table(grantTable).size).toBe(0);
  });
});

describe("an erasure", () => {
  it("is asked for by the person, decided by another, and acknowledged once by each vault", () => {
    const scene = keptScene();
    const erasure = accountOf(0x77);
    scene.must(citizen, "requestErasure", { erasure, ground: "ownWish", subjects: [wife] });
    scene.must(leader, "decideErasure", { erasure, approve: true });
    expect(scene.state.table(erasedTable).find(wife)).toEqual({ erasure });
    expect(scene.state.table(erasureTable).find(erasure)?.owed).toEqual(["inspection", "street"]);
    const acknowledged = { erasure, statement: testStatement(erasure, "street", [wife]) };
    scene.must(operator, "acknowledgeErasure", acknowledged);
    expect(scene.events.map(({ type }) => type)).toEqual(["registry.erasureAcknowledged"]);
    expect(scene.run(operator, "acknowledgeErasure", acknowledged)).toBe("ACKNOWLEDGED");
    const statement = testStatement(erasure, "inspection", [wife]);
    scene.must(operator2, "acknowledgeErasure", { erasure, statement });
    expect(scene.events.map(({ type }) => type)).toEqual(["registry.erasureAcknowledged", "registry.erasureCompleted"]);
    expect(scene.state.table(erasureTable).find(erasure)?.acknowledged).toEqual(["street", "inspection"]);
  });

  it("that is declined erases nothing", () => {
    const scene = keptScene();
    const erasure = accountOf(0x77);
    scene.must(grid, "requestErasure", { erasure, ground: "enteredByMistake", subjects: [wife] });
    scene.must(leader, "decideErasure", { erasure, approve: false });
    expect(scene.state.table(erasedTable).size).toBe(0);
    expect(scene.run(grid, "recordChanges", { changes: [change(wife, 1)] })).toBe("ok");
  });
});
