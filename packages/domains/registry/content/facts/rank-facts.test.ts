import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countyTrust } from "../compare/county/trust.ts";
import { type Fact, FactKind, Source } from "./fact.ts";
import { rankFacts } from "./rank-facts.ts";

const day = "2026-10-31";

/** [id, source, kind, day, values] */
const fact = (id: string, source: Source, kind: FactKind, asOf: string, values: Fact["values"] = {}): Fact => ({
  id,
  source,
  kind,
  about: "339901196003072219",
  name: "甲",
  asOf,
  values,
});

/** What counts, and what was outranked by what. */
function told(facts: readonly Fact[]) {
  return Object.fromEntries(
    rankFacts(facts, countyTrust, day).map(({ fact: { id }, standing, by }) => [
      id,
      by === undefined ? standing : `by ${by}`,
    ]),
  );
}

describe("ranking facts", () => {
  it("takes the newest that a source says about the same", () => {
    const facts = [
      fact("old", "vehicles", "vehicle", "2026-01-31", { vehicle: "car", year: 2019, state: "valid" }),
      fact("new", "vehicles", "vehicle", "2026-09-30", { vehicle: "car", year: 2019, state: "scrapped" }),
      fact("other", "vehicles", "vehicle", "2026-01-31", { vehicle: "motorcycle", year: 2015, state: "valid" }),
    ];
    expect(told(facts)).toEqual({ new: "counts", other: "counts", old: "by new" });
  });

  it("takes the most trusted of several sources, and what it says of another thing too", () => {
    const facts = [
      fact("taxed", "tax", "wage", "2026-09-30", { year: 2026, employer: "甲厂", amount: 1 }),
      fact("asked", "survey", "wage", "2026-10-01", { year: 2026, employer: "甲厂", amount: 2 }),
      fact("before", "survey", "wage", "2025-10-01", { year: 2025, employer: "甲厂", amount: 3 }),
    ];
    expect(told(facts)).toEqual({ taxed: "counts", asked: "by taxed", before: "counts" });
  });

  it("takes a fact that is not old before one that is, whoever is trusted more", () => {
    const facts = [fact("bank", "bank", "deposit", "2025-10-31"), fact("credit", "credit", "deposit", "2026-08-31")];
    expect(told(facts)).toEqual({ credit: "counts", bank: "by credit" });
  });

  it("counts several lines of one list and day together, and each line once", () => {
    const line = fact("a", "bank", "deposit", "2026-09-30", { amount: 100 });
    const other = fact("b", "bank", "deposit", "2026-09-30", { amount: 100 });
    expect(told([line, other, { ...line }])).toEqual({ a: "counts", b: "counts" });
    expect(rankFacts([line, { ...line }], countyTrust, day)).toHaveLength(1);
  });

  it("leaves out what is true only later, and says how old the rest is", () => {
    const facts = [fact("later", "bank", "deposit", "2026-11-01"), fact("now", "bank", "deposit", "2025-10-31")];
    expect(told(facts)).toEqual({ later: "ahead", now: "counts" });
    expect(rankFacts(facts, countyTrust, day)).toMatchObject([
      { standing: "ahead", isOld: false },
      { monthsOld: 12, isOld: true },
    ]);
  });

  const anyFact = fc.record({
    id: fc.constantFrom("a", "b", "c", "d"),
    source: fc.constantFrom(...Source.options),
    kind: fc.constantFrom(...FactKind.options),
    about: fc.constant("339901196003072219"),
    name: fc.constant("甲"),
    asOf: fc.constantFrom("2024-02-29", "2025-10-31", "2026-10-01", "2026-10-31", "2027-01-01"),
    values: fc.dictionary(fc.constantFrom("year", "amount", "state", "place"), fc.integer({ min: 0, max: 2 })),
  });
  const shuffled = fc
    .array(anyFact, { maxLength: 12 })
    .chain((facts) => fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length })));

  it("is the same whatever order the facts come in", () => {
    fc.assert(
      fc.property(shuffled, ([facts, others]) => {
        expect(rankFacts(others, countyTrust, day)).toEqual(rankFacts(facts, countyTrust, day));
      }),
    );
  });

  it("keeps every fact, and something counts for whatever is outranked", () => {
    fc.assert(
      fc.property(fc.array(anyFact, { maxLength: 12 }), (facts) => {
        const ranked = rankFacts(facts, countyTrust, day);
        for (const one of facts) expect(ranked.map(({ fact }) => fact)).toContainEqual(one);
        const counting = ranked.filter(({ standing }) => standing === "counts");
        for (const { standing, by, fact } of ranked) {
          if (standing !== "outranked") expect(by).toBeUndefined();
          else expect(counting.some((one) => one.fact.id === by && one.fact.kind === fact.kind)).toBe(true);
        }
      }),
    );
  });
});
