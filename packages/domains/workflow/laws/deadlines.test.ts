import { dayMs } from "@mingbai/identity/testing/test-ledger";
import { describe, expect, it } from "vitest";
import { dueTable } from "../tables.ts";
import { application, at, people, sceneAt, words } from "../testing/test-scene.ts";
import { matterDeadlines, overduePerBlockMax } from "./deadlines.ts";

const { clerk, reviewer } = people;

describe("the time that a stage has", () => {
  it("runs out once, at the end of its last day, and says at whom", () => {
    const scene = sceneAt("submitted");
    const due = scene.row().dueMs ?? 0;
    expect(matterDeadlines.next(scene.state)).toBe(due);
    expect(scene.wait(due - 1)).toEqual([]);
    const data = { ...at, stage: "submitted", holder: "district", dueMs: due };
    expect(scene.wait(due)).toEqual([{ type: "workflow.overdue", data }]);
    expect(scene.row().overdue).toBe(true);
    expect(scene.wait(due + dayMs)).toEqual([]);
    expect(matterDeadlines.next(scene.state)).toBeUndefined();
  });

  it("starts anew with the next stage, and with each holder", () => {
    const scene = sceneAt("submitted");
    scene.wait(scene.row().dueMs ?? 0);
    scene.must(reviewer, "forwardMatter", { ...at, to: "health" });
    expect(scene.row().overdue).toBe(false);
    expect(scene.wait(scene.row().dueMs ?? 0)).toHaveLength(1);
    scene.must(people.health, "handBackMatter", { ...at, opinion: "disagree", words });
    scene.must(reviewer, "returnMatter", { ...at, words });
    expect(scene.wait(scene.row().dueMs ?? 0)).toMatchObject([{ data: { stage: "returned" } }]);
    scene.must(clerk, "withdrawMatter", at);
    expect(scene.state.table(dueTable).size).toBe(0);
  });

  it("runs out for many in several blocks", () => {
    const scene = sceneAt("submitted");
    for (let one = 0; one < overduePerBlockMax + 9; one++) {
      scene.must(clerk, "submitMatter", { ...application, matter: String(one).padStart(64, "b") });
    }
    const due = scene.row().dueMs ?? 0;
    expect(scene.wait(due)).toHaveLength(overduePerBlockMax);
    expect(matterDeadlines.next(scene.state)).toBe(due);
    expect(scene.wait(due)).toHaveLength(10);
  });
});
