import { accountOf, hex } from "@mingbai/identity/testing/test-ledger";
import { describe, expect, it } from "vitest";
import { answers } from "../testing/test-refusal-rows.ts";
import { described, given, people, testScene } from "../testing/test-scene.ts";

const { leader, grid, grid2, bureauLeader, citizen } = people;

describe("describeHelper", () => {
  answers("describeHelper", [
    ["ok", "given", grid, described],
    ["ok", "given", leader, described],
    ["ok", "described", bureauLeader, { ...described, content: hex("d2") }],
    ["HELPER_UNKNOWN", "empty", grid, described],
    ["HELPER_NOT_YOURS", "given", grid2, described],
    ["HELPER_SUBJECT_TAKEN", "described", grid, { ...described, subject: accountOf(0x61) }],
    ["HELPER_UNKNOWN", "forgotten", grid, described],
    ["NOT_ALLOWED", "given", citizen, described],
  ]);

  it("keeps each person's number theirs, also after it was erased", () => {
    const scene = testScene();
    scene.must(leader, "givePost", given);
    scene.must(grid, "describeHelper", described);
    const other = { ...given, post: accountOf(0x52), account: grid2.account };
    scene.must(leader, "givePost", other);
    const theirs = { ...described, account: grid2.account };
    expect(scene.run(grid2, "describeHelper", theirs)).toBe("HELPER_SUBJECT_TAKEN");
    scene.must(leader, "endPost", { post: given.post });
    scene.must(leader, "forgetHelper", { account: grid.account });
    scene.must(leader, "givePost", { ...given, post: accountOf(0x53) });
    expect(scene.run(grid, "describeHelper", described)).toBe("HELPER_SUBJECT_TAKEN");
    expect(scene.run(grid, "describeHelper", { ...described, subject: accountOf(0x62) })).toBe("ok");
  });
});
