import { describe, expect, it } from "vitest";
import { refuses } from "../testing/test-refusal-rows.ts";
import { at, people, sceneAt } from "../testing/test-scene.ts";

const { clerk, reviewer, health } = people;
const ask = { ...at, to: "health" };

describe("forwardMatter", () => {
  refuses("forwardMatter", [
    ["STAGE_WRONG", "passed", reviewer, ask],
    ["VERSION_STALE", "submitted", reviewer, { ...ask, version: 3 }],
    ["WRONG_TURN", "submitted", clerk, ask],
    ["WRONG_TURN", "forwarded", reviewer, ask],
    ["FORWARDED", "forwarded", health, { ...ask, to: "company" }],
    ["ADDRESSEE_UNKNOWN", "submitted", reviewer, { ...ask, to: "nowhere" }],
    ["ADDRESSEE_IS_PARTY", "submitted", reviewer, { ...ask, to: "district" }],
    ["ADDRESSEE_IS_PARTY", "submitted", reviewer, { ...ask, to: "street" }],
  ]);

  it("gives the matter to another organisation, which has the same days again", () => {
    const scene = sceneAt("submitted");
    const due = scene.row().dueMs ?? 0;
    scene.timeMs += 86_400_000;
    scene.must(reviewer, "forwardMatter", ask);
    expect(scene.row()).toMatchObject({ stage: "submitted", holder: "health", dueMs: due + 86_400_000 });
  });
});
