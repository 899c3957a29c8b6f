import { testRules } from "../testing/test-rows.ts";
import { fact, fileOf, fileOnNoHelp } from "../testing/test-scene.ts";
import { unserved } from "./unserved.ts";

const unhelped = fileOnNoHelp();
const bill = (amount: number, year = 2026) => fact("medicalBill", { amount, year });
const helped = (help: string, on: string) => fact("helpGiven", { help, amount: 100_000, on });

testRules("help that is missing", unserved, {
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
      "borne by an income far above the line": {
        facts: [bill(4_000_000), fact("surveyed", { perPerson: 1_305_000 })],
        file: unhelped,
      },
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
      "an income far above the line": {
        facts: [helped("cancan", "2026-05-01"), fact("surveyed", { perPerson: 1_305_000 })],
        file: unhelped,
      },
      "a light grade": { file: { ...fileOf({ p: { disabilityGrade: "4" } }), values: {} } },
      monitored: { file: fileOf({ p: { disabilityGrade: "1" } }) },
      "another allowance": { facts: [helped("gaoling", "2026-05-01")], file: unhelped },
    },
    unknown: { "no grade": { file: { ...fileOf({ p: { disabilityKind: "1" } }), values: {} } } },
  },
  unsafeHouse: {
    hits: { "grade D": { file: fileOf({ h: { houseGrade: "D" } }) } },
    decoys: {
      "grade C": { file: fileOf({ h: { houseGrade: "C" } }) },
      "being rebuilt": { file: fileOf({ h: { houseGrade: "D", helpKinds: ["housing"] } }) },
      "help was given": {
        file: fileOf({ h: { houseGrade: "D" } }),
        facts: [helped("housing", "2026-05-01")],
      },
    },
    unknown: { "no grade": {} },
  },
  causeUnanswered: {
    hits: { "no measure": { file: fileOf({ h: { cause: "01" } }) } },
    decoys: {
      "with a measure": { file: fileOf({ h: { cause: "01", helpKinds: ["health"] } }) },
      "not on help": { file: { ...unhelped, values: { cause: "01" } } },
    },
    unknown: { "no cause": {} },
  },
});
