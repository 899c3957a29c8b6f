import { setNextRoster } from "@mingbai/ledger/genesis/rosters";
import { sceneNodes, sceneRosterOf } from "@mingbai/testkit/ledger-scene/scene-nodes";
import { foundSample } from "@mingbai/testkit/sample-domain/sample-ledger";
import { describe, expect, it } from "vitest";
import { areOthersPast } from "./are-others-past.ts";
import type { HeardReport } from "./node-circle.ts";
import { levelHeights, type NodeReport } from "./node-report.ts";

const own = 100;
const past = own + levelHeights + 1;
const report = { state: "ok", height: 0, peers: 3, version: "1", diskFreeBytes: 1, diskUsedBytes: 1 } as const;

function heardAt(position: number): HeardReport {
  return { report: { ...report, position } satisfies NodeReport, agoMs: 0 };
}

/** Asks where members of these powers, and maybe observers, say that they are there. */
function ask(powers: readonly number[], positions: Readonly<Record<number, number>>): Promise<boolean> {
  const { state } = foundSample();
  setNextRoster(state, sceneRosterOf(sceneNodes(powers.length), { powers, epoch: 1 }), 2);
  const heard = new Map(Object.entries(positions).map(([number, position]) => [Number(number), heardAt(position)]));
  return areOthersPast({ chain: { state, head: { height: 8 } }, circle: { reports: async () => heard } }, own);
}

describe("that others are past a height", () => {
  it.each<[string, number[], Record<number, number>, boolean]>([
    ["is so where two of four say it", [1, 1, 1, 1], { 1: past, 2: past }, true],
    ["is not where one of four says it, who may lie", [1, 1, 1, 1], { 1: Number.MAX_SAFE_INTEGER }, false],
    ["is not where they are level but for moments", [1, 1, 1, 1], { 1: past - 1, 2: past - 1, 3: past - 1 }, false],
    ["is so where one of a third of the power says it", [1, 1, 1, 2], { 3: past }, true],
    ["is not by the word of observers", [1, 1, 1, 1], { 1: past, 1024: past, 1025: past }, false],
    ["is not where nobody says anything", [1, 1, 1, 1], {}, false],
  ])("%s", async (_, powers, positions, expected) => {
    expect(await ask(powers, positions)).toBe(expected);
  });
});
