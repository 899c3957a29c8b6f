import { testRules } from "../testing/test-rows.ts";
import { fact, fileOf, fileOnNoHelp, head, wife } from "../testing/test-scene.ts";
import { belongings } from "./belongings.ts";

const unhelped = fileOnNoHelp();
const company = { company: "澜湾顺达商行", creditCode: "91339901MA2ABCDE0X", role: "owner", state: "open" };
const { creditCode: _, ...withoutCode } = company;
const car = { vehicle: "car", year: 2019, state: "valid" };
const homestead = fact("house", { use: "homestead", area: 9_000, place: "云岭村" });
const flat = fact("house", { use: "commercial", area: 8_850, place: "城南花园" }, { about: wife, id: "flat" });

testRules("what people on help have", belongings, {
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
  executive: {
    hits: { open: { facts: [fact("company", { ...company, role: "executive" })] } },
    decoys: {
      closed: { facts: [fact("company", { ...company, role: "executive", state: "closed" })] },
      "of a cooperative": {
        facts: [fact("company", { ...company, role: "executive", creditCode: "93339901MA2ABCDE0X" })],
      },
      owner: { facts: [fact("company", company)] },
    },
    unknown: { "no code": { facts: [fact("company", { ...withoutCode, role: "executive" })] } },
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
});
