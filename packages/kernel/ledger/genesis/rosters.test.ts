import { toHex } from "@mingbai/codec/hex";
import { sceneNodes, sceneRosterOf } from "@mingbai/testkit/ledger-scene/scene-nodes";
import { foundSample, sampleRoster } from "@mingbai/testkit/sample-domain/sample-ledger";
import { describe, expect, it } from "vitest";
import { findRoster, rosterBytes, rosterHash, rosterKeys } from "./roster.ts";
import {
  findRosterOfEpoch,
  lastRoster,
  previousEpochHeights,
  rosterHashInForce,
  rosterInForce,
  rostersAllowed,
  rosterTable,
  setNextRoster,
} from "./rosters.ts";

const nodes = sceneNodes(3);
const rosterOfEpoch = (epoch: number) => sceneRosterOf(nodes.slice(epoch % 2), { epoch });

function stateWith(...fromHeights: readonly number[]) {
  const { state } = foundSample();
  fromHeights.forEach((fromHeight, index) => {
    setNextRoster(state, rosterOfEpoch(index + 1), fromHeight);
  });
  return state;
}

describe("the roster in force", () => {
  it("is that of genesis, from height 0", () => {
    expect(rosterInForce(stateWith(), 0)).toEqual({ ...sampleRoster, fromHeight: 0 });
    expect(toHex(rosterHashInForce(stateWith(), 9))).toBe(toHex(rosterHash(sampleRoster)));
  });

  it("changes at the height that was said, and not before", () => {
    const state = stateWith(12);
    expect([0, 11, 12, 999].map((height) => rosterInForce(state, height).epoch)).toEqual([0, 0, 1, 1]);
    expect(toHex(rosterHashInForce(state, 11))).toBe(toHex(rosterHash(sampleRoster)));
    expect(toHex(rosterHashInForce(state, 12))).toBe(toHex(rosterHash(rosterOfEpoch(1))));
    expect(lastRoster(state).epoch).toBe(1);
  });

  it("has the one before beside it for 256 heights", () => {
    const state = stateWith(12, 20);
    const epochsAt = (height: number) => rostersAllowed(state, height).map(({ epoch }) => epoch);
    expect(epochsAt(11)).toEqual([0]);
    expect(epochsAt(12)).toEqual([1, 0]);
    expect(epochsAt(20)).toEqual([2, 1]);
    expect(epochsAt(20 + previousEpochHeights - 1)).toEqual([2, 1]);
    expect(epochsAt(20 + previousEpochHeights)).toEqual([2]);
  });

  it("stays known with the one before while two more wait; older ones go", () => {
    const state = stateWith(3, 4, 5, 6);
    expect(state.table(rosterTable).size).toBe(4);
    expect(rosterInForce(state, 4).epoch).toBe(2);
    expect(findRosterOfEpoch(state, 0)).toBeUndefined();
    expect(findRosterOfEpoch(state, 1)?.fromHeight).toBe(3);
    expect(() => rosterInForce(state, 2)).toThrow("no roster of height 2");
  });

  it("is in the order of epochs where they have more digits", () => {
    const state = stateWith(...Array.from({ length: 11 }, (_, index) => index + 1));
    expect(lastRoster(state).epoch).toBe(11);
    expect(rosterInForce(state, 10).epoch).toBe(10);
  });

  it.each([
    ["the same epoch", 1, 99],
    ["an epoch left out", 3, 99],
    ["the same height", 2, 12],
    ["a height before", 2, 11],
  ])("is not followed by one of %s", (_, epoch, fromHeight) => {
    expect(() => setNextRoster(stateWith(12), rosterOfEpoch(epoch), fromHeight)).toThrow(RangeError);
  });
});

describe("a roster's bytes", () => {
  const roster = sceneRosterOf(nodes);
  const [first = sampleRoster.members[0] ?? expect.fail(), ...rest] = roster.members;

  it("are read as they were written, without the height of its row", () => {
    expect(findRoster(rosterBytes(roster))).toEqual(roster);
    expect(toHex(rosterHash(rosterInForce(stateWith(), 0)))).toBe(toHex(rosterHash(sampleRoster)));
  });

  it.each(rosterKeys)("are none without %s, or where another member has it", (name) => {
    const { [name]: _, ...without } = first;
    const shared = rest.map((member) => ({ ...member, [name]: first.ackKey }));
    for (const members of [
      [without, ...rest],
      [first, ...shared],
    ] as (typeof roster.members)[]) {
      expect(findRoster(rosterBytes({ epoch: 0, members }))).toBeUndefined();
    }
  });

  it.each([
    ["no members", []],
    ["33 members", sceneRosterOf(sceneNodes(33)).members],
    ["a name twice", [first, { ...rest[0], organisation: first.organisation }]],
    ["power 0", [{ ...first, power: 0 }]],
  ] as [string, typeof roster.members][])("are none with %s", (_, members) => {
    expect(findRoster(rosterBytes({ epoch: 0, members }))).toBeUndefined();
  });
});
