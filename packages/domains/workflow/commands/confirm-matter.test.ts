import { describe, expect, it } from "vitest";
import { refuses } from "../testing/test-refusal-rows.ts";
import { application, at, disburse, people, sceneAt, terms, testScene } from "../testing/test-scene.ts";

const { clerk, streetFinance, supplier, citizen, neighbour, payer } = people;
const all = { ...at, amount: terms.amount };

describe("confirmMatter", () => {
  refuses("confirmMatter", [
    ["STAGE_WRONG", "passed", streetFinance, all],
    ["STAGE_WRONG", "disputed", streetFinance, all],
    ["NOT_ALLOWED", "passed", clerk, all],
  ]);

  it("takes the full amount from the receiver's people only", () => {
    const scene = sceneAt("submitted");
    disburse(scene);
    for (const who of [payer, supplier, citizen]) expect(scene.run(who, "confirmMatter", all)).toBe("WRONG_TURN");
    expect(scene.run(streetFinance, "confirmMatter", { ...all, amount: 1 })).toBe("AMOUNT_DIFFERS");
    expect(scene.detail).toEqual({ paid: terms.amount, said: 1 });
    scene.must(streetFinance, "confirmMatter", all);
    expect(scene.row()).toMatchObject({ stage: "confirmed" });
  });

  it("of a person's matter is theirs, and not another's of the same office", () => {
    const scene = testScene();
    scene.must(citizen, "submitMatter", { ...application, terms: { ...terms, payee: citizen.account } });
    disburse(scene);
    expect(scene.run(neighbour, "confirmMatter", all)).toBe("WRONG_TURN");
    expect(scene.run(streetFinance, "confirmMatter", all)).toBe("WRONG_TURN");
    scene.must(citizen, "confirmMatter", all);
  });
});
