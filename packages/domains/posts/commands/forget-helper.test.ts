import { describe, expect, it } from "vitest";
import { forgottenTable } from "../tables.ts";
import { answers } from "../testing/test-refusal-rows.ts";
import { described, given, people, post, subject, testScene } from "../testing/test-scene.ts";

const { leader, grid, grid2, citizen } = people;
const forgotten = { account: grid.account };

describe("forgetHelper", () => {
  answers("forgetHelper", [
    ["ok", "ended", grid, forgotten],
    ["ok", "ended", leader, forgotten],
    ["HELPER_UNKNOWN", "empty", grid, forgotten],
    ["HELPER_UNKNOWN", "forgotten", grid, forgotten],
    ["HELPER_NOT_YOURS", "ended", grid2, forgotten],
    ["HELPER_IN_POST", "described", grid, forgotten],
    ["NOT_ALLOWED", "ended", citizen, forgotten],
  ]);

  it("names the subject whose key is to be nowhere any more, where there is one", () => {
    const scene = testScene();
    scene.must(leader, "givePost", given);
    scene.must(grid, "describeHelper", described);
    scene.must(leader, "endPost", { post });
    scene.must(grid, "forgetHelper", forgotten);
    expect(scene.state.table(forgottenTable).find(subject)).toMatchObject(forgotten);
  });
});
