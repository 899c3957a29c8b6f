import { hex } from "@mingbai/identity/testing/test-ledger";
import { describe, expect, it } from "vitest";
import { refuses } from "../testing/test-refusal-rows.ts";
import { at, people, sceneAt, words } from "../testing/test-scene.ts";

const { clerk, reviewer, payer, both, health, streetFinance } = people;
const back = { ...at, words };

describe("returnMatter", () => {
  refuses("returnMatter", [
    ["MATTER_UNKNOWN", "submitted", reviewer, { ...back, matter: hex("ff") }],
    ["VERSION_STALE", "submitted", reviewer, { ...back, version: 9 }],
    ["STAGE_WRONG", "returned", reviewer, back],
    ["WRONG_TURN", "submitted", clerk, back],
    ["WRONG_TURN", "submitted", payer, back],
    ["WRONG_TURN", "passed", reviewer, back],
    ["WRONG_TURN", "passed", streetFinance, back],
    ["FORWARDED", "forwarded", health, back],
    ["WRONG_TURN", "forwarded", reviewer, back],
    ["BODY_INVALID", "submitted", reviewer, at],
  ]);

  it("sends a matter back at review, and what was passed before it is paid", () => {
    for (const [stage, who] of [
      ["submitted", reviewer],
      ["passed", payer],
      ["passed", both],
    ] as const) {
      const scene = sceneAt(stage);
      scene.must(who, "returnMatter", back);
      expect(scene.row()).toMatchObject({ stage: "returned", holder: "district", version: 1 });
    }
  });

  it("is not for the one who passed it", () => {
    const scene = sceneAt("submitted");
    scene.must(both, "passMatter", at);
    expect(scene.run(both, "returnMatter", back)).toBe("OWN_REVIEW");
    expect(scene.detail).toMatchObject({ roles: ["financeSupervisor"], at: "district" });
  });
});
