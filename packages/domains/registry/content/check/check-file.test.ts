import { describe, expect, it } from "vitest";
import type { HouseholdValues } from "../file/household-values.ts";
import type { Value, Values } from "../file/value.ts";
import { countyForm } from "../form/county/county-form.ts";
import type { FieldType, FormDefinition } from "../form/definition.ts";
import { madeIdentityNumber } from "../import/testing/test-made-list.ts";
import { checkFile } from "./check-file.ts";
import { checkValue } from "./check-value.ts";
import { findRuleFaults } from "./find-rule-faults.ts";
import { formRules } from "./form-rules.ts";

const day = "2026-03-01";
const head: Values = { name: "赵明白", relation: "01", identityNumber: madeIdentityNumber(10), birth: "1940-01-01" };
const spouse: Values = { name: "钱小禾", relation: "10" };
const good: HouseholdValues = { values: { village: "339901100001" }, people: [{ values: head }, { values: spouse }] };

const found = (file: HouseholdValues) =>
  checkFile(countyForm, file, { day }).map(({ subject, level, fault, values, fields }) => [
    subject,
    level,
    fault === "RULE" ? values.rule : fault,
    fields[0],
  ]);
const withHead = (values: Values): HouseholdValues => ({ ...good, people: [{ values: { ...head, ...values } }] });

describe("the check of a household's file", () => {
  it("finds nothing in a file that is whole", () => {
    expect(found(good)).toEqual([]);
  });

  it.each<[string, HouseholdValues, readonly unknown[]]>([
    ["nobody in it", { ...good, people: [] }, ["household", "error", "NOBODY", undefined]],
    ["no village", { ...good, values: {} }, ["household", "error", "REQUIRED", "village"]],
    [
      "a person without a name",
      { ...good, people: [{ values: { relation: "01" } }] },
      [0, "error", "REQUIRED", "name"],
    ],
    [
      "two heads",
      { ...good, people: [{ values: head }, { values: { ...spouse, relation: "01" } }] },
      ["household", "error", "oneHead", "relation"],
    ],
    ["another birth than the ID number's", withHead({ birth: "1950-01-01" }), [0, "error", "IDENTITY_BIRTH", "birth"]],
    ["another sex than the ID number's", withHead({ sex: "1" }), [0, "error", "IDENTITY_SEX", "sex"]],
    [
      "one person twice",
      { ...good, people: [{ values: head }, { values: { ...head, relation: "10" } }] },
      [1, "error", "PERSON_TWICE", "identityNumber"],
    ],
    [
      "a number that is none",
      withHead({ identityNumber: "339901194001010008" }),
      [0, "error", "CHECK_DIGIT", "identityNumber"],
    ],
    [
      "a value of another type",
      { ...good, values: { ...good.values, houseFloors: "two" } },
      ["household", "error", "VALUE_OF_OTHER_TYPE", "houseFloors"],
    ],
    [
      "a value out of range",
      { ...good, values: { ...good.values, houseFloors: 21 } },
      ["household", "error", "NUMBER_OUT_OF_RANGE", "houseFloors"],
    ],
    [
      "a period that ends first",
      { ...good, values: { ...good.values, incomeFrom: "2025-02-01", incomeTo: "2025-01-01" } },
      ["household", "error", "periodOrder", "incomeFrom"],
    ],
    ["a doubt", withHead({ disabilityKind: "4" }), [0, "doubt", "disabilityGrade", "disabilityGrade"]],
  ])("finds %s", (_, file, expected) => {
    expect(found(file)).toEqual([expected]);
  });

  it("counts ages for the day that it is told", () => {
    const child = { ...spouse, birth: "2012-05-01", workPlace: "county" };
    const file = { ...good, people: [{ values: head }, { values: child }] };
    expect(found(file)).toContainEqual([1, "doubt", "childAtWork", "workPlace"]);
    expect(checkFile(countyForm, file, { day: "2029-05-01" })).toEqual([]);
  });

  it("does not look at people beyond the most that one household has", () => {
    const people = Array.from({ length: 61 }, () => ({ values: spouse }));
    expect(found({ ...good, people })).toEqual([["household", "error", "PEOPLE_TOO_MANY", undefined]]);
  });

  it("says who and what in both languages", () => {
    const [fault] = checkFile(countyForm, withHead({ birth: "1950-01-01" }), { day });
    expect(fault?.zh).toBe("出生日期写的是 1950-01-01，身份证号里是 1940-01-01");
    expect(fault?.en).toBe("The date of birth is 1950-01-01; by the ID number it is 1940-01-01.");
  });
});

describe("the rules of a form", () => {
  const [rule] = countyForm.rules;
  if (rule === undefined) throw new Error("the county's form has no rules");
  const broken: FormDefinition = { ...countyForm, rules: [{ ...rule, when: "h.nothing > 1" }] };

  it("are all rules, in the county's form", () => {
    expect(findRuleFaults(countyForm)).toEqual([]);
    expect(formRules(countyForm)).toHaveLength(countyForm.rules.length);
  });

  it("are named before they are published where they are none, and are no rules afterwards", () => {
    expect(findRuleFaults(broken)).toMatchObject([{ rule: rule.id, fault: { fault: "UNKNOWN_NAME" } }]);
    expect(() => formRules(broken)).toThrow(rule.id);
  });
});

describe("a value of a field", () => {
  const options = ["a", "b", "c"].map((code) => ({ code, zh: code, en: code }));
  it.each<[FieldType, Value]>([
    [{ type: "text", charsMax: 5 }, ""],
    [{ type: "text", charsMax: 5 }, "\ud800"],
    [{ type: "text", charsMax: 5 }, "longer"],
    [{ type: "money" }, 2 ** 40],
    [{ type: "money" }, "1.00"],
    [{ type: "day" }, "2023-02-29"],
    [{ type: "yesNo" }, "yes"],
    [{ type: "choice", options }, "d"],
    [{ type: "choices", options }, ["b", "a"]],
    [{ type: "choices", options }, ["a", "a"]],
    [{ type: "choices", options }, []],
    [{ type: "phone" }, "139-0000-0000"],
    [{ type: "division" }, "339901"],
    [{ type: "place" }, [91_000_000, 0]],
    [{ type: "place" }, [1]],
    [{ type: "photos", countMax: 1 }, ["0123456789abcdef", "0123456789abcdee"]],
    [{ type: "creditCode" }, "913399000000000000"],
  ])("of %o is not %o", (of, value) => {
    expect(checkValue({ of }, value)?.zh).toMatch(/\p{Script=Han}/u);
  });
});
