import { describe, expect, it } from "vitest";
import { refuses } from "../testing/test-refusal-rows.ts";
import { at, people, sceneAt, terms, words } from "../testing/test-scene.ts";

const { streetFinance, payer, reviewer } = people;
const answer = { ...at, words };

describe("answerDispute", () => {
  refuses("answerDispute", [
    ["STAGE_WRONG", "passed", payer, answer],
    ["WRONG_TURN", "disputed", streetFinance, answer],
    ["NOT_ALLOWED", "disputed", reviewer, answer],
  ]);

  it("is for the one who paid, too, and lets the receiver look again", () => {
    const scene = sceneAt("disputed");
    scene.must(payer, "answerDispute", answer);
    expect(scene.row()).toMatchObject({ stage: "disbursed" });
    scene.must(streetFinance, "disputeMatter", answer);
    scene.must(payer, "answerDispute", answer);
    scene.must(streetFinance, "confirmMatter", { ...at, amount: terms.amount });
  });
});
