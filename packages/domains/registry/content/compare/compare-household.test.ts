import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Fact } from "../facts/fact.ts";
import { countyContradictions } from "./county/county-rules.ts";
import type { Settlement } from "./settlement.ts";
import { day, fact, fileOf, head, readyRules, verdictOf, wife } from "./testing/test-scene.ts";
import { factsOfRuleMax } from "./variables.ts";
import { personKey, type Reason, type Verdict } from "./verdict.ts";

const car = fact("vehicle", { vehicle: "car", year: 2019, state: "valid" });
const died = fact("death", { on: "2026-06-01" });
const farmland = fact("farmland", { mu: 900 });

function getReason({ reasons }: Verdict, rule: string): Reason {
  const found = reasons.find((reason) => reason.rule === rule);
  if (found === undefined) throw new Error(`no reason by ${rule}`);
  return found;
}

function settling({ rule, digest, person }: Reason, rest: Partial<Settlement> = {}): Settlement {
  const who = personKey(person);
  const about = { rule, digest, ...(who !== undefined && { person: who }) };
  return { ...about, kind: "ignored", by: "grid worker", on: day, words: "借亲戚的车", ...rest };
}

describe("a household beside what departments know", () => {
  it("says for each reason by which rule and facts, about whom, and what to look at", () => {
    expect(getReason(verdictOf({ facts: [car] }), "car")).toMatchObject({
      rule: "car",
      version: 1,
      level: "red",
      isOpposite: false,
      person: { at: 0, identityNumber: head, name: "甲" },
      fields: ["vehicles"],
      facts: [{ id: car.id, source: "vehicles", kind: "vehicle", asOf: day, isOld: false }],
      named: { vehicle: "car", asOf: day, count: 1 },
      words: {
        en: "A car is registered to 甲, valid on 31 Oct 2026 (1 in all).",
        zh: "甲 名下有小汽车，2026 年 10 月 31 日状态正常（共 1 辆）",
      },
    });
  });

  it("writes money with its places and groups, and areas as they are", () => {
    const words = (facts: Fact[], rule: string, h = {}) =>
      getReason(verdictOf({ facts, file: fileOf({ h }) }), rule).words.zh;
    expect(words([fact("deposit", { amount: 123_456_705 })], "deposit")).toContain(
      "1,234,567.05 元，标准是 50,000.00 元",
    );
    expect(words([farmland], "farmland", { farmland: 150 })).toContain("9 亩，档案里是 1.5 亩");
  });

  it("is as bad as the worst open reason, and green where there is none", () => {
    expect(verdictOf({}).level).toBe("green");
    expect(verdictOf({ facts: [farmland], file: fileOf({ h: { farmland: 1 } }) }).level).toBe("yellow");
    expect(verdictOf({ facts: [farmland, died], file: fileOf({ h: { farmland: 1 } }) }).level).toBe("red");
  });

  it("says who spoke, and whom nobody could be asked about", () => {
    const verdict = verdictOf({ facts: [died, farmland], file: fileOf({ p: { identityNumber: "" } }) });
    expect([verdict.sources, verdict.unasked]).toEqual([[], [0]]);
    expect(verdictOf({ facts: [farmland, died] }).sources).toEqual(["householdRegister", "agriculture"]);
  });

  it("says that a fact is old", () => {
    const old = { ...car, asOf: "2025-01-31" };
    expect(getReason(verdictOf({ facts: [old] }), "car").facts).toMatchObject([{ monthsOld: 21, isOld: true }]);
  });

  it("finds a person by their number however it is written", () => {
    const verdict = verdictOf({ facts: [{ ...car, about: ` ${wife.toLowerCase()} ` }] });
    expect(getReason(verdict, "car").person?.identityNumber).toBe(wife);
  });

  it("follows the parameters: the line itself is not above it", () => {
    const parameters = countyContradictions.parameters.map((one) =>
      one.unit === "fen" && one.id === "depositLine" ? { ...one, value: 100 } : one,
    );
    const lower = readyRules({ ...countyContradictions, version: 2, parameters });
    const levelAt = (amount: number) => verdictOf({ facts: [fact("deposit", { amount })], with: lower });
    expect([levelAt(100).level, levelAt(101).level, levelAt(101).version]).toEqual(["green", "red", 2]);
  });

  it("says so where there is more than a rule can go through, rather than judging by a part", () => {
    const facts = Array.from({ length: factsOfRuleMax + 1 }, (_, at) =>
      fact("deposit", { amount: 1 }, { id: `deposit ${at}` }),
    );
    const { unjudged, reasons } = verdictOf({ facts });
    expect([unjudged.map(({ rule, fault }) => [rule, fault.fault]), reasons]).toEqual([[["deposit", "TOO_LARGE"]], []]);
  });
});

describe("a settled reason", () => {
  const found = getReason(verdictOf({ facts: [car] }), "car");

  it("is shown as settled, by whom and why, and no longer counts", () => {
    const verdict = verdictOf({ facts: [car], settled: [settling(found)] });
    expect([verdict.level, verdict.reasons]).toEqual(["green", []]);
    expect(verdict.settled).toEqual([{ reason: found, by: settling(found) }]);
  });

  it.each([
    ["a newer list says the same", { ...car, id: "next list", asOf: "2026-10-01" }],
    ["the fact grows old", { ...car, asOf: "2024-01-01" }],
  ])("stays so where %s", (_, said) => {
    expect(verdictOf({ facts: [said], settled: [settling(found)] })).toMatchObject({ level: "green", settled: [{}] });
  });

  it.each([
    ["the fact changes", { facts: [fact("vehicle", { vehicle: "van", year: 2019, state: "valid" })] }],
    ["another fact comes", { facts: [car, fact("vehicle", { vehicle: "van", year: 2020, state: "valid" })] }],
    ["the file says something else there", { facts: [car], file: fileOf({ h: { vehicles: 1 } }) }],
  ])("is open again where %s, and says how it was settled", (_, given) => {
    const verdict = verdictOf({ ...given, settled: [settling(found)] });
    expect(getReason(verdict, "car").earlier).toEqual(settling(found));
    expect(verdict.settled).toEqual([]);
  });

  it("settles nothing for another person or household", () => {
    const wifes = { ...car, about: wife };
    expect(verdictOf({ facts: [wifes], settled: [settling(found)] })).toMatchObject({ level: "red", settled: [] });
    const file = fileOf({ household: "H9" });
    expect(verdictOf({ facts: [car], file, settled: [settling(found)] })).toMatchObject({ level: "red", settled: [] });
  });

  it("is one person's, also of people without an identity number", () => {
    const [company] = countyContradictions.rules;
    if (company === undefined) throw new Error("the county has rules");
    const unread = {
      ...company,
      id: "sick",
      when: 'p.health == "3"',
      where: undefined,
      names: {},
      says: { en: "{name}.", zh: "{name}" },
    };
    const both = {
      household: "H1",
      values: {},
      people: ["甲", "乙"].map((name) => ({ values: { name, health: "3" } })),
    };
    const asked = { file: both, with: readyRules({ ...countyContradictions, rules: [unread] }) };
    const [first, second] = verdictOf(asked).reasons;
    if (first === undefined) throw new Error("nothing was found");
    expect(verdictOf({ ...asked, settled: [settling(first)] })).toMatchObject({
      reasons: [second],
      settled: [{ reason: first }],
    });
  });

  it("stays open by what the household itself says, which stands beside it, and is settled by an office", () => {
    const own = settling(found, { isOwn: true, words: "the car is my employer's" });
    const answered = verdictOf({ facts: [car], settled: [own] });
    expect([answered.level, answered.settled]).toEqual(["red", []]);
    expect(getReason(answered, "car")).toEqual({ ...found, answer: own });
    const by = settling(found, { kind: "checked" });
    expect(verdictOf({ facts: [car], settled: [by, own] })).toMatchObject({
      level: "green",
      settled: [{ reason: { answer: own }, by }],
    });
    const other = verdictOf({ facts: [car], file: fileOf({ h: { vehicles: 1 } }), settled: [own] });
    expect(getReason(other, "car")).toMatchObject({ earlier: own });
    expect(getReason(other, "car").answer).toBeUndefined();
  });

  it("is told by its newest settlement", () => {
    const later = settling(found, { on: "2026-11-02", kind: "checked" });
    expect(verdictOf({ facts: [car], settled: [later, settling(found)] }).settled[0]?.by).toEqual(later);
  });
});

describe("for any facts, a verdict", () => {
  const pool: Fact[] = [
    car,
    died,
    farmland,
    fact("vehicle", { vehicle: "car", state: "scrapped" }),
    fact("deposit", { amount: 6_000_000 }),
    fact("deposit", { amount: 6_000_000 }, { about: wife, asOf: "2024-01-01" }),
    fact("wage", { amount: 5_000_000, year: 2026, employer: "甲厂" }),
    fact("wage", { amount: 4_000_000, year: 2026, employer: "甲厂" }, { source: "survey", id: "asked" }),
    fact("helpGiven", { help: "gaoling", on: "2026-07-01", amount: 1 }),
    fact("medicalBill", { amount: 3_000_000, year: 2026 }),
    fact("publicSalary", { monthly: 900_000, employer: "学校" }),
    fact("house", { use: "commercial", place: "城南" }),
    fact("house", { use: "homestead", place: "云岭" }),
    fact("surveyed", { perPerson: 1 }),
  ];
  const file = fileOf({ h: { farmland: 100, spentMedical: 5 } });
  const some = fc.subarray(pool);

  it("is the same in whatever order they come, and each time", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(pool), (facts) => {
        const verdict = verdictOf({ facts, file });
        expect(verdictOf({ facts: facts.toReversed(), file })).toEqual(verdict);
        expect(verdictOf({ facts, file })).toEqual(verdict);
      }),
    );
  });

  it("loses no settled reason when more is known: it is settled or open, with what was said before", () => {
    fc.assert(
      fc.property(some, some, (facts, more) => {
        const before = verdictOf({ facts, file });
        const settled = before.reasons.map((reason) => settling(reason));
        const after = verdictOf({ facts: [...new Set([...facts, ...more])], file, settled });
        const still = verdictOf({ facts: [...new Set([...facts, ...more])], file });
        expect([...after.settled.map(({ reason }) => reason), ...after.reasons]).toHaveLength(still.reasons.length);
        for (const { reason, by } of after.settled) expect(by.digest).toBe(reason.digest);
        for (const { rule, person, earlier } of after.reasons) {
          const was = before.reasons.some((one) => one.rule === rule && one.person?.at === person?.at);
          expect(earlier !== undefined).toBe(was);
        }
      }),
    );
  });

  it("is no worse than yellow for what is not said: taking away what one fact or the file says makes nothing red", () => {
    const redsOf = ({ reasons }: Verdict) => reasons.filter(({ level }) => level === "red").map(({ rule }) => rule);
    fc.assert(
      fc.property(fc.constantFrom(...pool), fc.nat(), (one, at) => {
        const fields = Object.keys(one.values);
        const field = fields[at % fields.length] ?? "";
        const { [field]: _, ...left } = one.values;
        const full = redsOf(verdictOf({ facts: [one], file }));
        expect(full).toEqual(expect.arrayContaining(redsOf(verdictOf({ facts: [{ ...one, values: left }], file }))));
      }),
    );
    fc.assert(
      fc.property(some, fc.constantFrom("farmland", "spentMedical", "monitored", "incomeTo"), (facts, field) => {
        const { [field]: _, ...left } = file.values;
        const full = redsOf(verdictOf({ facts, file }));
        expect(full).toEqual(expect.arrayContaining(redsOf(verdictOf({ facts, file: { ...file, values: left } }))));
      }),
    );
  });
});
