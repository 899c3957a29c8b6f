import { accountOf, dayMs } from "@mingbai/identity/testing/test-ledger";
import { describe, expect, it } from "vitest";
import { holdsPostIn } from "../reads.ts";
import { answers } from "../testing/test-refusal-rows.ts";
import { given, people, post, startMs, testScene } from "../testing/test-scene.ts";

const { leader, grid, bureauLeader } = people;

describe("endPost", () => {
  answers("endPost", [
    ["ok", "given", leader, { post }],
    ["ok", "given", bureauLeader, { post }],
    ["POST_UNKNOWN", "empty", leader, { post }],
    ["POST_UNKNOWN", "given", leader, { post: accountOf(0x51) }],
    ["POST_OVER", "ended", leader, { post }],
    ["NOT_ALLOWED", "given", grid, { post }],
  ]);

  it("is not for a leader of only some of its areas", () => {
    const scene = testScene();
    scene.must(bureauLeader, "givePost", { ...given, areas: ["hill", "county"] });
    expect(scene.run(leader, "endPost", { post })).toBe("POST_NOT_IN_AREA");
  });

  it("ends at once, and a post that had not begun never begins", () => {
    const scene = testScene();
    scene.must(leader, "givePost", { ...given, fromMs: startMs + dayMs });
    scene.must(leader, "endPost", { post });
    expect(holdsPostIn(scene.state, { account: grid.account, area: "hill" }, startMs + 2 * dayMs)).toBe(false);
  });
});
