/** What files may take from departments' lists. */
import type { TakenValue } from "../rule-set.ts";
import { isYearOfFile } from "./year-of-file.ts";

export const countyTakes: TakenValue[] = [
  { of: "household", field: "farmland", facts: ["farmland"], where: "has(fact.mu)", is: "sum(facts.map(f, f.mu))" },
  {
    of: "household",
    field: "spentMedical",
    facts: ["medicalBill"],
    where: `has(fact.amount) && ${isYearOfFile}`,
    is: "sum(facts.map(f, f.amount))",
  },
  {
    of: "household",
    field: "savings",
    facts: ["deposit"],
    where: "has(fact.amount)",
    is: "sum(facts.map(f, f.amount))",
  },
  {
    of: "person",
    field: "wageYear",
    facts: ["wage"],
    where: `has(fact.amount) && ${isYearOfFile}`,
    is: "sum(facts.map(f, f.amount))",
  },
  {
    of: "person",
    field: "pension",
    facts: ["insurance"],
    where: 'fact.scheme in ["residentPension", "employeePension"]',
    is: 'facts[0].scheme == "residentPension" ? "resident" : "employee"',
  },
];
