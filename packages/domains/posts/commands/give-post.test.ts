import { accountOf, dayMs } from "@mingbai/identity/testing/test-ledger";
import { describe, expect, it } from "vitest";
import { helpersOf, holdsPostIn } from "../reads.ts";
import { answers } from "../testing/test-refusal-rows.ts";
import { given, people, startMs, testScene } from "../testing/test-scene.ts";

const { leader, grid, grid2, bureauLeader, citizen } = people;
const { account } = grid;

describe("givePost", () => {
  answers("givePost", [
    ["ok", "empty", leader, given],
    ["ok", "empty", bureauLeader, { ...given, areas: ["town", "hill"] }],
    ["POST_EXISTS", "given", leader, given],
    ["POST_ACCOUNT_UNKNOWN", "empty", leader, { ...given, account: accountOf(0xfff) }],
    ["POST_TERM", "empty", leader, { ...given, untilMs: startMs }],
    ["POST_TERM", "empty", leader, { ...given, fromMs: given.untilMs }],
    ["POST_TERM", "empty", leader, { ...given, untilMs: startMs + 5 * 366 * dayMs + 1 }],
    ["POST_NOT_IN_AREA", "empty", leader, { ...given, areas: ["hill", "county"] }],
    ["POST_NOT_IN_AREA", "empty", leader, { ...given, areas: ["nowhere"] }],
    ["NOT_ALLOWED", "empty", grid, given],
    ["NOT_ALLOWED", "empty", citizen, given],
    ["BODY_INVALID", "empty", leader, { ...given, areas: ["hill", "hill"] }],
    ["BODY_INVALID", "empty", leader, { ...given, kind: "king" }],
  ]);

  it("lets one hold eight posts at a time, and more once some are over", () => {
    const scene = testScene();
    for (let at = 0; at < 8; at++) scene.must(leader, "givePost", { ...given, post: accountOf(0x100 + at) });
    const next = { ...given, post: accountOf(0x200), untilMs: given.untilMs + dayMs };
    expect(scene.run(leader, "givePost", next)).toBe("POSTS_FULL");
    expect(scene.run(leader, "givePost", { ...next, account: grid2.account })).toBe("ok");
    scene.timeMs = given.untilMs;
    expect(scene.run(leader, "givePost", { ...next, post: accountOf(0x201) })).toBe("ok");
  });

  it("counts from its first moment to its last, in the area and what lies in it", () => {
    const scene = testScene();
    const [fromMs, untilMs] = [startMs + dayMs, startMs + 2 * dayMs];
    scene.must(leader, "givePost", { ...given, areas: ["town"], fromMs, untilMs });
    const at = (timeMs: number) => [
      holdsPostIn(scene.state, { account, area: "hill" }, timeMs),
      holdsPostIn(scene.state, { account, area: "county" }, timeMs),
      helpersOf(scene.state, "town", timeMs),
      helpersOf(scene.state, "hill", timeMs),
    ];
    expect(at(fromMs - 1)).toEqual([false, false, [], []]);
    expect(at(fromMs)).toEqual([true, false, [account], []]);
    expect(at(untilMs)).toEqual([false, false, [], []]);
  });
});
