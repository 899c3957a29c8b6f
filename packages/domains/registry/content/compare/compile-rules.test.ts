import { describe, expect, it } from "vitest";
import { countyForm } from "../form/county/county-form.ts";
import { compileRules } from "./compile-rules.ts";
import { countyContradictions } from "./county/county-rules.ts";
import { type ContradictionRule, ContradictionRules } from "./rule-set.ts";

const [first] = countyContradictions.rules;
if (first === undefined) throw new Error("the county has rules");

function setOf(rule: Partial<ContradictionRule>): unknown {
  return { ...countyContradictions, rules: [{ ...first, ...rule }] };
}

describe("a rule set", () => {
  it("is ready for the county's form", () => {
    expect(compileRules(countyContradictions, countyForm)).not.toHaveProperty("fault");
  });

  it.each([
    ["when", { when: "h.nothing > 1" }, "UNKNOWN_NAME", "h.nothing"],
    ["when", { when: "p.name" }, "WRONG_TYPE", "p.name"],
    ["where", { where: "fact.amount > limits.nothing" }, "UNKNOWN_NAME", "limits.nothing"],
    ["when", { of: "household" as const, when: "p.name == ''" }, "UNKNOWN_NAME", "p"],
    ["names", { names: { company: { is: "facts.size()", as: "text" as const } } }, "WRONG_TYPE", ""],
  ])("is refused for a fault in %s of a rule", (part, rule, fault, name) => {
    const names = {
      company: { is: "''", as: "text" as const },
      role: { is: "''", as: "text" as const },
      asOf: { is: "day", as: "day" as const },
      count: { is: "1", as: "count" as const },
    };
    const set = ContradictionRules.parse(
      setOf({ ...rule, names: { ...names, ...("names" in rule ? rule.names : {}) }, says: { en: "x.", zh: "x" } }),
    );
    expect(compileRules(set, countyForm)).toMatchObject({ rule: first.id, part, fault, name });
  });

  it.each([
    ["words name what is not there", setOf({ says: { en: "{nothing}", zh: "x" } })],
    ["words about a household name a person", setOf({ of: "household", says: { en: "{name}", zh: "x" }, names: {} })],
    ["a rule is there twice", { ...countyContradictions, rules: [first, first] }],
    ["a kind of fact has no trust", { ...countyContradictions, trust: {} }],
  ])("is none where %s", (_, set) => {
    expect(ContradictionRules.safeParse(set).success).toBe(false);
  });
});
