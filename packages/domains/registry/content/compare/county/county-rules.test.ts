import { describe, expect, it } from "vitest";
import type { Fact } from "../../facts/fact.ts";
import type { ComparedFile } from "../household-index.ts";
import { fact, fileOf, head, rules, verdictOf, wife } from "../testing/test-scene.ts";

interface Case {
  readonly facts?: readonly Fact[];
  readonly file?: ComparedFile;
  readonly others?: readonly ComparedFile[];
}

/** What a rule finds, what only looks like it, and what is not known well enough. */
interface Row {
  readonly hits: { readonly [what: string]: Case };
  readonly decoys: { readonly [what: string]: Case };
  readonly unknown: { readonly [what: string]: Case };
}

const unhelped: ComparedFile = { ...fileOf(), values: { incomeTo: "2026-09-30" } };
const company = { company: "澜湾顺达商行", creditCode: "91339901MA2ABCDE0X", role: "owner", state: "open" };
const { creditCode: _, ...withoutCode } = company;
const car = { vehicle: "car", year: 2019, state: "valid" };
const homestead = fact("house", { use: "homestead", area: 9_000, place: "云岭村" });
const flat = fact("house", { use: "commercial", area: 8_850, place: "城南花园" }, { about: wife, id: "flat" });
const died = fact("death", { on: "2026-06-01" });
const wage = (amount: number, year = 2026) => fact("wage", { amount, employer: "甲厂", year });
const bill = (amount: number, year = 2026) => fact("medicalBill", { amount, year });
const helped = (help: string, on: string) => fact("helpGiven", { help, amount: 100_000, on });

const rows: { readonly [rule: string]: Row } = {
  company: {
    hits: {
      owner: { facts: [fact("company", company)] },
      shareholder: { facts: [fact("company", { ...company, role: "shareholder" })] },
    },
    decoys: {
      closed: { facts: [fact("company", { ...company, state: "closed" })] },
      executive: { facts: [fact("company", { ...company, role: "executive" })] },
      cooperative: { facts: [fact("company", { ...company, creditCode: "93339901MA2ABCDE0X" })] },
      "small business": { facts: [fact("company", { ...company, creditCode: "92339901MA2ABCDE0X" })] },
      "not on help": { facts: [fact("company", company)], file: unhelped },
      "closed by the register, open by the tax office": {
        facts: [fact("company", { ...company, state: "closed" }), fact("company", company, { source: "tax" })],
      },
    },
    unknown: {
      "no code": { facts: [fact("company", withoutCode)] },
      "no state": { facts: [fact("company", { company: "店", creditCode: company.creditCode, role: "owner" })] },
    },
  },
  business: {
    hits: {
      "self-employed": { facts: [fact("company", { ...company, creditCode: "92339901MA2ABCDE0X" })] },
      "of an unknown kind": { facts: [fact("company", withoutCode)] },
    },
    decoys: {
      "with an income from it": { facts: [fact("company", withoutCode)], file: fileOf({ h: { incomeBusiness: 100 } }) },
      company: { facts: [fact("company", company)] },
    },
    unknown: { "no role": { facts: [fact("company", { company: "店", state: "open" })] } },
  },
  car: {
    hits: { car: { facts: [fact("vehicle", car)] }, van: { facts: [fact("vehicle", { ...car, vehicle: "van" })] } },
    decoys: {
      scrapped: { facts: [fact("vehicle", { ...car, state: "scrapped" })] },
      motorcycle: { facts: [fact("vehicle", { ...car, vehicle: "motorcycle" })] },
      tractor: { facts: [fact("vehicle", { ...car, vehicle: "tractor" })] },
      "sold since": {
        facts: [
          fact("vehicle", car, { asOf: "2026-01-31" }),
          fact("vehicle", { ...car, state: "scrapped" }, { id: "new" }),
        ],
      },
      "not on help": { facts: [fact("vehicle", car)], file: unhelped },
    },
    unknown: {
      "no kind": { facts: [fact("vehicle", { year: 2019, state: "valid" })] },
      "no state": { facts: [fact("vehicle", { vehicle: "car" })] },
      "no identity number": { facts: [fact("vehicle", car)], file: fileOf({ p: { identityNumber: "" } }) },
    },
  },
  secondHome: {
    hits: { "homestead and flat": { facts: [homestead, flat] } },
    decoys: {
      "homestead only": { facts: [homestead] },
      "flat only": { facts: [flat] },
      "one flat of two owners": { facts: [flat, { ...flat, about: head }] },
      "not on help": { facts: [homestead, flat], file: unhelped },
    },
    unknown: {
      "no place": { facts: [homestead, { ...flat, values: { use: "commercial" } }] },
      "no use": { facts: [homestead, { ...flat, values: { place: "城南花园" } }] },
    },
  },
  publicSalary: {
    hits: { "at the line": { facts: [fact("publicSalary", { employer: "学校", monthly: 150_000 })] } },
    decoys: {
      "public-service post": { facts: [fact("publicSalary", { employer: "村委会", monthly: 80_000 })] },
      "not on help": { facts: [fact("publicSalary", { employer: "学校", monthly: 500_000 })], file: unhelped },
    },
    unknown: { "no amount": { facts: [fact("publicSalary", { employer: "学校" })] } },
  },
  deposit: {
    hits: {
      "of two people together": {
        facts: [fact("deposit", { amount: 3_000_000 }), fact("deposit", { amount: 2_000_001 }, { about: wife })],
      },
    },
    decoys: {
      "at the line": { facts: [fact("deposit", { amount: 5_000_000 })] },
      "above it last year, not now": {
        facts: [
          fact("deposit", { amount: 9_000_000 }, { asOf: "2025-12-31" }),
          fact("deposit", { amount: 1 }, { id: "now" }),
        ],
      },
      "not on help": { facts: [fact("deposit", { amount: 9_000_000 })], file: unhelped },
    },
    unknown: { "no amount": { facts: [fact("deposit", {})] } },
  },
  deceased: {
    hits: { died: { facts: [died] } },
    decoys: { "dated in time to come": { facts: [fact("death", { on: "2026-12-01" })] } },
    unknown: { undated: { facts: [fact("death", {})] } },
  },
  deathUndated: {
    hits: { undated: { facts: [fact("death", {})] } },
    decoys: { dated: { facts: [died] } },
    unknown: {},
  },
  countedTwice: {
    hits: {
      "in another file": {
        others: [{ household: "H2", values: {}, people: [{ values: { name: "丙", identityNumber: head } }] }],
      },
    },
    decoys: {
      "only like it": {
        others: [
          { household: "H2", values: {}, people: [{ values: { name: "甲", identityNumber: "339901196003072227" } }] },
        ],
      },
    },
    unknown: {
      "no identity number": { others: [{ household: "H2", values: {}, people: [{ values: { name: "甲" } }] }] },
    },
  },
  elsewhere: {
    hits: { "in another county": { facts: [fact("registeredElsewhere", { county: "外县", since: "2024-01-01" })] } },
    decoys: {
      "nothing about them": {
        facts: [fact("registeredElsewhere", { county: "外县" }, { about: "339901198001011239" })],
      },
    },
    unknown: { "no county": { facts: [fact("registeredElsewhere", {})] } },
  },
  helpAfterDeath: {
    hits: { after: { facts: [died, helped("gaoling", "2026-07-01")] } },
    decoys: {
      before: { facts: [died, helped("gaoling", "2026-05-01")] },
      "to somebody else": { facts: [died, { ...helped("gaoling", "2026-07-01"), about: wife }] },
    },
    unknown: {
      "undated help": { facts: [died, fact("helpGiven", { help: "gaoling" })] },
      "undated death": { facts: [fact("death", {}), helped("gaoling", "2026-07-01")] },
    },
  },
  wages: {
    hits: {
      "not in the file": { facts: [wage(1_000_000)] },
      "much more": { facts: [wage(3_000_000)], file: fileOf({ p: { wageYear: 2_000_000 } }) },
    },
    decoys: {
      "within the amount": { facts: [wage(200_000)] },
      "within the percentage": { facts: [wage(2_500_000)], file: fileOf({ p: { wageYear: 2_000_000 } }) },
      "of the household": { facts: [wage(2_000_000)], file: fileOf({ h: { incomeWages: 2_000_000 } }) },
      "of another year": { facts: [wage(3_000_000, 2024)] },
      less: { facts: [wage(100)], file: fileOf({ p: { wageYear: 2_000_000 } }) },
    },
    unknown: {
      "no amount": { facts: [fact("wage", { year: 2026 })] },
      "no year": { facts: [fact("wage", { amount: 9_000_000 })] },
    },
  },
  medicalBills: {
    hits: {
      more: { facts: [bill(1_000_000)], file: fileOf({ h: { spentMedical: 100_000 } }) },
      less: { facts: [bill(100_000)], file: fileOf({ h: { spentMedical: 1_000_000 } }) },
    },
    decoys: {
      alike: { facts: [bill(1_000_000)], file: fileOf({ h: { spentMedical: 900_000 } }) },
      "of another year": { facts: [bill(1_000_000, 2025)], file: fileOf({ h: { spentMedical: 100_000 } }) },
    },
    unknown: { "the file says nothing": { facts: [bill(1_000_000)] } },
  },
  farmland: {
    hits: {
      more: { facts: [fact("farmland", { mu: 551 })], file: fileOf({ h: { farmland: 500 } }) },
      less: { facts: [fact("farmland", { mu: 449 })], file: fileOf({ h: { farmland: 500 } }) },
    },
    decoys: { "within half a mu": { facts: [fact("farmland", { mu: 550 })], file: fileOf({ h: { farmland: 500 } }) } },
    unknown: { "the file says nothing": { facts: [fact("farmland", { mu: 900 })] } },
  },
  pension: {
    hits: {
      "not in the file": { facts: [fact("insurance", { scheme: "residentPension", state: "paid", monthly: 20_000 })] },
    },
    decoys: {
      "in the file": {
        facts: [fact("insurance", { scheme: "residentPension", state: "paid", monthly: 20_000 })],
        file: fileOf({ h: { incomePension: 240_000 } }),
      },
      "not paid yet": { facts: [fact("insurance", { scheme: "residentPension", state: "joined", monthly: 0 })] },
      "another scheme": { facts: [fact("insurance", { scheme: "unemployment", state: "paid", monthly: 20_000 })] },
    },
    unknown: { "no amount": { facts: [fact("insurance", { scheme: "residentPension", state: "paid" })] } },
  },
  poorUnhelped: {
    hits: { below: { facts: [fact("surveyed", { perPerson: 869_999 })], file: unhelped } },
    decoys: {
      "at the line": { facts: [fact("surveyed", { perPerson: 870_000 })], file: unhelped },
      monitored: { facts: [fact("surveyed", { perPerson: 1 })] },
      "on relief": {
        facts: [fact("surveyed", { perPerson: 1 })],
        file: { ...unhelped, values: { reliefKinds: ["dibao"] } },
      },
    },
    unknown: { "no income": { facts: [fact("surveyed", { household: "PC1" })], file: unhelped } },
  },
  illUnhelped: {
    hits: { "of two years": { facts: [bill(1_000_000), bill(1_000_000, 2025)], file: unhelped } },
    decoys: {
      "long ago": { facts: [bill(9_000_000, 2024)], file: unhelped },
      below: { facts: [bill(1_999_999)], file: unhelped },
      monitored: { facts: [bill(9_000_000)] },
    },
    unknown: { "no year": { facts: [fact("medicalBill", { amount: 9_000_000 })], file: unhelped } },
  },
  disabledUnhelped: {
    hits: {
      "by the file": { file: { ...fileOf({ p: { disabilityGrade: "2" } }), values: {} } },
      "by an allowance": { facts: [helped("cancan", "2026-05-01")], file: unhelped },
    },
    decoys: {
      "a light grade": { file: { ...fileOf({ p: { disabilityGrade: "4" } }), values: {} } },
      monitored: { file: fileOf({ p: { disabilityGrade: "1" } }) },
      "another allowance": { facts: [helped("gaoling", "2026-05-01")], file: unhelped },
    },
    unknown: { "no grade": { file: { ...fileOf({ p: { disabilityKind: "1" } }), values: {} } } },
  },
};

const cases = Object.entries(rows).flatMap(([rule, { hits, decoys, unknown }]) => [
  ...Object.entries(hits).map(([what, given]) => ({ rule, what, given, finds: 1 })),
  ...Object.entries({ ...decoys, ...unknown }).map(([what, given]) => ({ rule, what, given, finds: 0 })),
]);

describe("the county's rules", () => {
  it.each(cases)("$rule: $what, $finds", ({ rule, given, finds }) => {
    const verdict = verdictOf(given);
    expect(verdict.unjudged).toEqual([]);
    expect(verdict.reasons.filter((reason) => reason.rule === rule)).toHaveLength(finds);
  });

  it("are all in this table", () => {
    expect(Object.keys(rows)).toEqual(rules.rules.map(({ rule }) => rule.id));
  });

  it.each(cases.filter(({ finds }) => finds > 0))(
    "$rule: $what says in both languages what is known",
    ({ rule, given }) => {
      const reason = verdictOf(given).reasons.find((one) => one.rule === rule);
      expect(reason?.words.en).toMatch(/^[^{}]*\.$/);
      expect(reason?.words.zh).toMatch(/^[^{}]+[^。{}]$/);
    },
  );
});
