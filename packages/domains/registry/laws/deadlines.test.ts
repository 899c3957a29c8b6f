import { accountOf, dayMs, hex } from "@mingbai/identity/testing/test-ledger";
import { describe, expect, it } from "vitest";
import { dueTable } from "../tables.ts";
import { applying, caseOf, caseStages, entry, said } from "../testing/test-case-stages.ts";
import { hill, keptScene, people, testScene } from "../testing/test-scene.ts";
import { caseDeadlines, casesPerBlockMax } from "./deadlines.ts";

describe("the time that a case has", () => {
  const office = { organisation: "street", area: "hill", roles: ["gridWorker"] };

  it("is told to end soon a day before its last one, and runs out, each once", () => {
    const scene = keptScene();
    caseStages.applied(scene);
    const due = caseOf(scene)?.dueMs ?? 0;
    const soon = due - 2 * dayMs;
    expect(caseDeadlines.next(scene.state)).toBe(soon);
    expect(scene.wait(soon - 1)).toEqual([]);
    const tells = { about: "entry", accounts: [], office };
    const data = { case: entry, household: hill.household, stage: "applied", dueMs: due, tells };
    expect(scene.wait(soon)).toEqual([{ type: "registry.caseDueSoon", data }]);
    expect(scene.wait(due - 1)).toEqual([]);
    expect(scene.wait(due)).toEqual([{ type: "registry.caseOverdue", data }]);
    expect(scene.wait(due + dayMs)).toEqual([]);
    expect(caseDeadlines.next(scene.state)).toBeUndefined();
    scene.must(people.grid, "checkInVillage", said);
    expect(caseOf(scene)).toMatchObject({ overdue: false, stage: "checked" });
    expect(scene.state.table(dueTable).size).toBe(2);
  });

  it("that nobody was told of is only told to have run out", () => {
    const scene = keptScene();
    caseStages.applied(scene);
    expect(scene.wait(caseOf(scene)?.dueMs ?? 0).map(({ type }) => type)).toEqual(["registry.caseOverdue"]);
    expect(scene.state.table(dueTable).size).toBe(0);
  });

  it("ends a notice by itself, by nobody's hand", () => {
    const scene = keptScene();
    caseStages.noticed(scene);
    const [moved] = scene.wait(caseOf(scene)?.dueMs ?? 0);
    expect(moved).toMatchObject({ type: "registry.caseMoved", data: { case: entry, stage: "heard" } });
    expect(moved?.data).not.toHaveProperty("by");
  });

  it("runs out for many in several blocks", () => {
    const scene = testScene();
    const number = (at: number) => accountOf(0x1_0000 + at);
    for (let at = 0; at < casesPerBlockMax + 9; at++) {
      const household = number(at * 2);
      const home = { ...hill, household, people: [{ subject: number(at * 2 + 1), content: hex("c1") }] };
      scene.must(people.grid, "openHouseholds", { households: [home] });
      scene.must(people.grid, "applyForEntry", { ...applying, case: household, household, channel: "visit" });
    }
    const due = caseDeadlines.next(scene.state) ?? 0;
    expect(scene.wait(due)).toHaveLength(casesPerBlockMax);
    expect(scene.wait(due)).toHaveLength(9);
    expect(scene.wait(due)).toEqual([]);
  });
});
