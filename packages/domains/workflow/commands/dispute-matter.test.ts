import { describe, expect, it } from "vitest";
import { refuses } from "../testing/test-refusal-rows.ts";
import { at, disburse, people, sceneAt, words } from "../testing/test-scene.ts";

const { streetFinance, payer, regulator } = people;
const wrong = { ...at, words };

describe("disputeMatter", () => {
  refuses("disputeMatter", [
    ["STAGE_WRONG", "passed", streetFinance, wrong],
    ["STAGE_WRONG", "disputed", streetFinance, wrong],
    ["NOT_ALLOWED", "passed", regulator, wrong],
  ]);

  it("is the receiver's, and puts the matter before the payer again", () => {
    const scene = sceneAt("submitted");
    disburse(scene);
    expect(scene.run(payer, "disputeMatter", wrong)).toBe("WRONG_TURN");
    scene.must(streetFinance, "disputeMatter", wrong);
    expect(scene.row()).toMatchObject({ stage: "disputed", holder: "district" });
  });
});
