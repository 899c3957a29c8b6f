import { describe, expect, it } from "vitest";
import { refuses } from "../testing/test-refusal-rows.ts";
import { at, people, sceneAt } from "../testing/test-scene.ts";

const { clerk, supplier, reviewer } = people;

describe("withdrawMatter", () => {
  refuses("withdrawMatter", [
    ["STAGE_WRONG", "submitted", clerk, at],
    ["WRONG_TURN", "returned", supplier, at],
    ["WRONG_TURN", "returned", reviewer, at],
  ]);

  it("is an end: nobody has a turn or a deadline any more", () => {
    const scene = sceneAt("returned");
    scene.must(clerk, "withdrawMatter", at);
    expect(scene.row()).toMatchObject({ stage: "withdrawn" });
    expect(scene.row().dueMs).toBeUndefined();
    expect(scene.run(clerk, "withdrawMatter", at)).toBe("STAGE_WRONG");
  });
});
