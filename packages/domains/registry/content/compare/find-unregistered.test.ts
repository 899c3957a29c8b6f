import { describe, expect, it } from "vitest";
import type { Fact } from "../facts/fact.ts";
import { indexFacts } from "../facts/fact-index.ts";
import { findUnregistered } from "./find-unregistered.ts";
import { indexHouseholds } from "./household-index.ts";
import { day, fact, fileOf, head, rules, wife } from "./testing/test-scene.ts";

const [one, two] = ["339901197001010015", "339901197101010021"];
const registered = (about: string, register: string) =>
  fact("register", { register, relation: "01" }, { about, name: `人 ${about.slice(-1)}` });

function found(facts: readonly Fact[]) {
  return findUnregistered({ rules, facts: indexFacts(facts), index: indexHouseholds([fileOf()]), day });
}

describe("people without a file whom departments know to be in hardship", () => {
  it("are found with all of their register, and what speaks for and against them", () => {
    const facts = [
      registered(one, "R1"),
      registered(two, "R1"),
      fact("surveyed", { perPerson: 400_000, household: "PC1" }, { about: one }),
      fact("vehicle", { vehicle: "car", state: "valid" }, { about: two }),
    ];
    expect(found(facts)).toMatchObject([
      {
        together: "R1",
        people: [{ identityNumber: one }, { identityNumber: two }],
        besides: [],
        reasons: [{ rule: "poorUnhelped", isOpposite: true }],
        against: [{ rule: "car", person: { at: 1 } }],
      },
    ]);
  });

  it("are alone where no register names them, and may only be missing from a file", () => {
    const poor = (about: string) => fact("medicalBill", { amount: 9_000_000, year: 2026 }, { about });
    expect(found([poor(one)])).toMatchObject([{ people: [{ identityNumber: one }], besides: [] }]);
    expect(found([poor(one), registered(one, "R1"), registered(wife, "R1")])).toMatchObject([
      { together: "R1", people: [{ identityNumber: one }], besides: ["H1"] },
    ]);
  });

  it("are told with the village of their register, where a list says it", () => {
    const village = "339901105201";
    const values = { register: "R1", relation: "01", village };
    const poor = (about: string) => fact("surveyed", { perPerson: 1, household: "PC1" }, { about });
    expect(found([fact("register", values, { about: one }), poor(one)])).toMatchObject([{ together: "R1", village }]);
    const [bare] = found([poor(two)]);
    expect(bare).not.toHaveProperty("village");
  });

  it.each([
    ["who have a file", [fact("surveyed", { perPerson: 1 }, { about: head })]],
    ["who have died", [fact("surveyed", { perPerson: 1 }, { about: one }), fact("death", { on: day }, { about: one })]],
    [
      "of whom nothing like it is known",
      [registered(one, "R1"), fact("surveyed", { perPerson: 900_000 }, { about: one })],
    ],
  ])("are none %s", (_, facts) => {
    expect(found(facts)).toEqual([]);
  });

  it("do not depend on the order of the lists", () => {
    const facts = [one, two].flatMap((about) => [
      registered(about, about),
      fact("surveyed", { perPerson: 1 }, { about }),
    ]);
    expect(found(facts.toReversed())).toEqual(found(facts));
    expect(found(facts)).toHaveLength(2);
  });
});
