import { rosterMember as member } from "@mingbai/testkit/browser/mock/mock-governance";
import { describe, expect, it } from "vitest";
import { rosterEffect } from "./roster-effect.ts";

const four = ["a", "b", "c", "d"].map((name) => member(name));
const reasons = (before: typeof four, after: typeof four) => rosterEffect(before, after).warnings.map(({ why }) => why);

describe("what another roster means", () => {
  it("is told organisation by organisation, and as how many must agree", () => {
    const after = [member("a", 2), { ...member("b"), ackKey: "ff".repeat(32) }, member("d"), member("e")];
    const effect = rosterEffect(four, after);
    expect(effect.lines).toEqual([
      { organisation: "a", before: 1, after: 2, newKeys: 0 },
      { organisation: "b", before: 1, after: 1, newKeys: 1 },
      { organisation: "c", before: 1, after: undefined, newKeys: 0 },
      { organisation: "d", before: 1, after: 1, newKeys: 0 },
      { organisation: "e", before: undefined, after: 1, newKeys: 5 },
    ]);
    expect(effect.before).toEqual({ members: 4, power: 4, needed: 3, mayFail: 1 });
    expect(effect.after).toEqual({ members: 4, power: 5, needed: 4, mayFail: 0 });
  });

  it("puts nothing at risk where one of many comes or goes", () => {
    const five = [...four, member("e")];
    expect(reasons(four, five)).toEqual([]);
    expect(reasons(five, four)).toEqual([]);
  });

  it("warns where fewer than four are left", () => {
    expect(reasons(four, four.slice(1))).toEqual(["fewerThanFour"]);
    expect(reasons(four, four.slice(3))).toEqual(["fewerThanFour", "thirdLeaves"]);
  });

  it("warns where a third leaves at once, or has new keys", () => {
    const six = [...four, member("e"), member("f")];
    expect(rosterEffect(six, four).warnings).toEqual([{ why: "thirdLeaves", power: 2, of: 6 }]);
    expect(rosterEffect(four, six).warnings).toEqual([{ why: "newNeeded", power: 2, of: 6 }]);
    const rekeyed = six.map((one, place) => (place < 2 ? { ...one, consensusKey: `${place}f`.repeat(32) } : one));
    expect(reasons(six, rekeyed)).toEqual(["newNeeded"]);
    const acks = six.map((one, place) => ({ ...one, ackKey: `${place}f`.repeat(32) }));
    expect(reasons(six, acks)).toEqual([]);
  });

  it("warns where one has enough votes to stop the others, or to need them no more", () => {
    const strong = (power: number) => [member("a", power), ...four.slice(1)];
    expect(rosterEffect(four, strong(2)).warnings).toEqual([{ why: "oneStops", organisation: "a" }]);
    expect(rosterEffect(four, strong(7)).warnings).toEqual([{ why: "oneDecides", organisation: "a" }]);
    expect(reasons(four, strong(7).slice(0, 3))).toEqual(["fewerThanFour", "oneDecides"]);
    expect(reasons(four.slice(0, 1), four.slice(0, 1))).toEqual(["fewerThanFour"]);
  });
});
