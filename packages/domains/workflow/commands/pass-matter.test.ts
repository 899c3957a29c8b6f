import { hex } from "@mingbai/identity/testing/test-ledger";
import { describe, expect, it } from "vitest";
import { refuses } from "../testing/test-refusal-rows.ts";
import { application, at, people, sceneAt, testScene } from "../testing/test-scene.ts";

const { clerk, reviewer, payer, health, supplier } = people;

describe("passMatter", () => {
  refuses("passMatter", [
    ["MATTER_UNKNOWN", "submitted", reviewer, { ...at, matter: hex("ff") }],
    ["VERSION_STALE", "submitted", reviewer, { ...at, version: 2 }],
    ["STAGE_WRONG", "passed", reviewer, at],
    ["WRONG_TURN", "submitted", clerk, at],
    ["WRONG_TURN", "submitted", health, at],
    ["FORWARDED", "forwarded", health, at],
    ["NOT_ALLOWED", "submitted", payer, at],
  ]);

  it("hands the matter to the finance supervisors of the addressee", () => {
    const scene = sceneAt("submitted");
    scene.must(reviewer, "passMatter", { ...at, words: hex("d2") });
    expect(scene.row()).toMatchObject({ stage: "passed", decidedBy: [reviewer.account] });
  });

  it("is not for the one who entered it, in whatever organisation they are by now", () => {
    const scene = testScene();
    scene.must(supplier, "submitMatter", application);
    const moved = { ...reviewer, account: supplier.account };
    expect(scene.run(moved, "passMatter", at)).toBe("OWN_ENTRY");
    expect(scene.run(reviewer, "passMatter", at)).toBe("ok");
  });
});
