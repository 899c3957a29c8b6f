import { describe, expect, it } from "vitest";
import { refuses } from "../testing/test-refusal-rows.ts";
import { at, people, sceneAt, words } from "../testing/test-scene.ts";

const { streetFinance, supplier, citizen, payer, regulator } = people;
const end = { ...at, words };

describe("settleDispute", () => {
  refuses("settleDispute", [
    ["STAGE_WRONG", "passed", regulator, end],
    ["VERSION_STALE", "disputed", regulator, { ...end, version: 2 }],
    ["WRONG_TURN", "disputed", payer, end],
    ["WRONG_TURN", "disputed", supplier, end],
    ["WRONG_TURN", "disputed", citizen, end],
  ]);

  it("is the receiver's or the regulator's, and an end", () => {
    for (const who of [streetFinance, regulator]) {
      const scene = sceneAt("disputed");
      scene.must(who, "settleDispute", end);
      expect(scene.row()).toMatchObject({ stage: "settled" });
      expect(scene.row().dueMs).toBeUndefined();
    }
  });
});
