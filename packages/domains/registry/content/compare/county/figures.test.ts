import { testRules } from "../testing/test-rows.ts";
import { fact, fileOf, withWife } from "../testing/test-scene.ts";
import { figures } from "./figures.ts";

const wage = (amount: number, year = 2026) => fact("wage", { amount, employer: "甲厂", year });
const bill = (amount: number, year = 2026) => fact("medicalBill", { amount, year });

testRules("figures that differ", figures, {
  wages: {
    hits: {
      "not in the file": { facts: [wage(1_000_000)] },
      "wages of others only": {
        facts: [wage(2_000_000)],
        file: withWife({ wageYear: 3_000_000 }, { incomeWages: 3_000_000 }),
      },
      "much more": { facts: [wage(3_000_000)], file: fileOf({ p: { wageYear: 2_000_000 } }) },
    },
    decoys: {
      "within the amount": { facts: [wage(200_000)] },
      "within the percentage": { facts: [wage(2_500_000)], file: fileOf({ p: { wageYear: 2_000_000 } }) },
      "what the household has besides others' wages": {
        facts: [wage(2_000_000)],
        file: withWife({ wageYear: 1_000_000 }, { incomeWages: 3_000_000 }),
      },
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
});
