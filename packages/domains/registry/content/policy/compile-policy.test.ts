import { describe, expect, it } from "vitest";
import { countyForm } from "../form/county/county-form.ts";
import { compilePolicy } from "./compile-policy.ts";
import { countyPolicy } from "./county/county-policy.ts";
import { EntryPolicy } from "./entry-policy.ts";

const [condition] = countyPolicy.conditions;
if (condition === undefined) throw new Error("the county's policy has conditions");
const bare = { ...condition, names: {}, says: { en: "x.", zh: "x" } };

describe("a policy", () => {
  it("is ready for the county's form", () => {
    expect(compilePolicy(countyPolicy, countyForm)).not.toHaveProperty("fault");
  });

  it.each([
    ["a field that the form lacks", "h.nothing > 1", "UNKNOWN_NAME"],
    ["what only exits know", "lasted.incomeMonths > 1", "UNKNOWN_NAME"],
    ["no yes or no", "line + 1", "WRONG_TYPE"],
  ])("is refused for %s", (_, when, fault) => {
    const policy = EntryPolicy.parse({ ...countyPolicy, conditions: [{ ...bare, when }] });
    expect(compilePolicy(policy, countyForm)).toMatchObject({ condition: "income", fault });
  });

  it.each([
    ["a condition is there twice", { conditions: [condition, condition] }],
    ["the words name what is not there", { conditions: [{ ...condition, names: {} }] }],
    ["the formula adds nothing", { formula: { adds: [], deducts: countyPolicy.formula.deducts } }],
    ["a kind is there twice", { formula: { adds: countyPolicy.formula.adds, deducts: countyPolicy.formula.adds } }],
    ["a line is no amount", { incomeLine: 0 }],
  ])("is none where %s", (_, change) => {
    expect(EntryPolicy.safeParse({ ...countyPolicy, ...change }).success).toBe(false);
  });
});
