import { describe, expect, it } from "vitest";
import type { Carried } from "./carry-over.ts";
import { Way } from "./way.ts";

const nothing = { rosters: 0, checkpoints: 0, transfers: 0, outcomes: 0, totals: 0 };
const carried = (...refused: string[]): Carried => ({
  ...nothing,
  refused: new Map(refused.map((code) => [code, 1])),
});

describe("one way of a relay", () => {
  it("rests twice as long after each refusal in a row, never longer than a sign of life is away", async () => {
    const way = new Way("up", { everyMs: 1_000, lifeMs: 5_000 });
    const passedMs: number[] = [];
    for (let nowMs = 0; nowMs < 20_000; nowMs += 1_000) {
      await way.pass(async () => {
        passedMs.push(nowMs);
        return carried("NOTE_NOT_TRUSTED");
      }, nowMs);
    }
    expect(passedMs).toEqual([0, 1_000, 3_000, 7_000, 12_000, 17_000]);
  });

  it("goes on at once when nothing is refused any more", async () => {
    const way = new Way("down", { everyMs: 1_000, lifeMs: 5_000 });
    const answers = [carried("NOTE_NOT_TRUSTED"), carried(), carried()];
    const passedMs: number[] = [];
    for (const nowMs of [0, 500, 1_000, 1_001]) {
      await way.pass(async () => {
        passedMs.push(nowMs);
        return answers[passedMs.length - 1] ?? carried();
      }, nowMs);
    }
    expect(passedMs).toEqual([0, 1_000, 1_001]);
  });
});
