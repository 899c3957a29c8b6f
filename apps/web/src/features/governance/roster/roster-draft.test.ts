import { rosterMember as member } from "@mingbai/testkit/browser/mock/mock-governance";
import { describe, expect, it } from "vitest";
import {
  draftMembers,
  draftOf,
  findDraftFault,
  findPower,
  withLeaving,
  withMembers,
  withPower,
} from "./roster-draft.ts";

const [a, b, c] = [member("a"), member("b", 2), member("c", 3)];
const inForce = [a, b];

describe("a roster in the form", () => {
  it("begins as it is in force, without the one that the address names", () => {
    expect(draftMembers(draftOf(inForce))).toEqual(inForce);
    expect(draftMembers(draftOf(inForce, "b"))).toEqual([a]);
  });

  it("takes who is new with the votes of its file, and new keys of who is there", () => {
    const rekeyed = { ...a, ackKey: "ff".repeat(32), power: 9 };
    const draft = withMembers(withPower(draftOf(inForce, "a"), "a", "4"), [rekeyed, c]);
    expect(draftMembers(draft)).toEqual([{ ...rekeyed, power: 4 }, b, c]);
  });

  it("lets those in force leave and come back, and forgets who was added", () => {
    const draft = withMembers(draftOf(inForce), [c]);
    const left = withLeaving(draft, inForce, { organisation: "b", leaves: true });
    expect(draftMembers(left)).toEqual([a, c]);
    expect(withLeaving(left, inForce, { organisation: "b", leaves: false })).toEqual(draft);
    expect(withLeaving(draft, inForce, { organisation: "c", leaves: true })).toEqual(draftOf(inForce));
  });

  it("reads votes as whole numbers from 1 on", () => {
    expect([" 12 ", "1,000", "１", "0", "-1", "1.5", "", "1000001"].map(findPower)).toEqual([
      12,
      1_000,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it.each([
    ["it is the one in force", "roster", draftOf(inForce), inForce, { why: "same" }],
    ["nobody is left", "roster", draftOf([a], "a"), [a], { why: "nobody" }],
    [
      "votes cannot be read",
      "roster",
      withPower(draftOf(inForce), "b", "x"),
      inForce,
      { why: "power", organisation: "b" },
    ],
    [
      "a key stands twice",
      "roster",
      withMembers(draftOf(inForce), [{ ...c, logKey: a.ackKey }]),
      inForce,
      { why: "keyTwice", organisation: "c" },
    ],
    ["one becomes several", "roster", withMembers(draftOf([a]), [b]), [a], { why: "severalByHandOver" }],
    ["nobody takes it over", "handOver", draftOf([a]), [a], { why: "nobodyElse" }],
    [
      "who hands it over goes",
      "handOver",
      withMembers(draftOf([a], "a"), [b]),
      [a],
      { why: "keeperStays", organisation: "a" },
    ],
    ["several take it over", "handOver", withMembers(draftOf([a]), [b]), [a], undefined],
    ["one leaves", "roster", draftOf(inForce, "b"), inForce, undefined],
    ["votes change", "roster", withPower(draftOf(inForce), "b", "5"), inForce, undefined],
  ] as const)("says what is wrong where %s", (_, kind, draft, keepers, fault) => {
    expect(findDraftFault(draft, { kind, inForce: keepers })).toEqual(fault);
  });

  it("has 32 members at most", () => {
    const many = Array.from({ length: 33 }, (_, place) => member(`m${place}`));
    expect(findDraftFault(draftOf(many), { kind: "roster", inForce })).toEqual({ why: "tooMany" });
  });
});
