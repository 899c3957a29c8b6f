import { toHex } from "@mingbai/codec/hex";
import type { Roster } from "@mingbai/ledger/genesis/roster";
import { sceneNodeOf, sceneRosterOf } from "@mingbai/testkit/ledger-scene/scene-nodes";
import { describe, expect, it } from "vitest";
import { areSameValidators, changedValidators, validatorsOf } from "./roster-changes.ts";

const roster = sceneRosterOf(["office", "street", "bank"].map(sceneNodeOf));
const [office, street, bank] = roster.members;
if (office === undefined || street === undefined || bank === undefined) throw new Error("three members");

const changes = (members: Roster["members"]) =>
  changedValidators(roster, { epoch: 1, members }).map(({ publicKey, power }) => [toHex(publicKey), power]);

describe("what the engine is told of a new roster", () => {
  it("is nothing where nothing that it knows has changed", () => {
    expect(changes([bank, office, { ...street, ackKey: "00".repeat(32) }])).toEqual([]);
  });

  it("is the power 0 of whoever left, and the power of whoever came or changed", () => {
    const joined = { ...sceneRosterOf([sceneNodeOf("audit")]).members[0], power: 3 };
    const members = [office, { ...bank, power: 2 }, joined] as Roster["members"];
    expect(changes(members)).toEqual([
      [street.consensusKey, 0],
      [bank.consensusKey, 2],
      [joined.consensusKey, 3],
    ]);
  });

  it("is a leaving and a coming where a member changed its key", () => {
    const consensusKey = "ab".repeat(32);
    expect(changes([office, street, { ...bank, consensusKey }])).toEqual([
      [bank.consensusKey, 0],
      [consensusKey, bank.power],
    ]);
  });
});

describe("the validators of two lists", () => {
  const all = validatorsOf(roster);
  it("are the same in another order, and others with another power or one less", () => {
    const [first, ...others] = all;
    if (first === undefined) throw new Error("no validator");
    expect(areSameValidators(all, [...others, first])).toBe(true);
    expect(areSameValidators(all, [...others, { ...first, power: 9 }])).toBe(false);
    expect(areSameValidators(all, others)).toBe(false);
  });
});
