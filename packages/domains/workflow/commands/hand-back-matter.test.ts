import { describe, expect, it } from "vitest";
import { refuses } from "../testing/test-refusal-rows.ts";
import { at, people, sceneAt, words } from "../testing/test-scene.ts";

const { reviewer, health, clerk } = people;
const opinion = { ...at, opinion: "agree", words };

describe("handBackMatter", () => {
  refuses("handBackMatter", [
    ["NOT_FORWARDED", "submitted", reviewer, opinion],
    ["WRONG_TURN", "forwarded", reviewer, opinion],
    ["WRONG_TURN", "forwarded", clerk, opinion],
    ["STAGE_WRONG", "passed", health, opinion],
    ["BODY_INVALID", "forwarded", health, { ...opinion, opinion: "perhaps" }],
  ]);

  it("brings the matter back to the one that decides, and whoever forwarded it may pass it", () => {
    const scene = sceneAt("forwarded");
    scene.must(health, "handBackMatter", opinion);
    expect(scene.row()).toMatchObject({ stage: "submitted", holder: "district" });
    scene.must(reviewer, "passMatter", at);
    expect(scene.row().decidedBy).toEqual([reviewer.account, health.account]);
  });
});
