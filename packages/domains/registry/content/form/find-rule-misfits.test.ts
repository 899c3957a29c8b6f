import { describe, expect, it } from "vitest";
import { compileRules } from "../compare/compile-rules.ts";
import { contradictionsOf } from "../compare/county/rules-of-version.ts";
import { compilePolicy } from "../policy/compile-policy.ts";
import { countyPolicy } from "../policy/county/county-policy.ts";
import { countyForm } from "./county/county-form.ts";
import { type FieldDefinition, type FormDefinition, optionsMax } from "./definition.ts";
import { findRuleMisfits } from "./find-rule-misfits.ts";
import { solarField, withField, withNewField } from "./testing/change-form.ts";

const rules = contradictionsOf(1);
const misfitsOf = (next: FormDefinition, policy = countyPolicy) =>
  findRuleMisfits({ before: countyForm, next }, { rules, policy }).map(
    ({ of, id, field, fault }) => `${of} ${id} ${field} ${fault}`,
  );
const without = (id: string) => withField(countyForm, id, () => undefined);
const as = (id: string, of: FieldDefinition["of"]) => withField(countyForm, id, (field) => ({ ...field, of }));

/** As many answers as a field may have, those that it has first. */
function withAllOptions(field: FieldDefinition): FieldDefinition {
  if (!("options" in field.of)) return field;
  const { options } = field.of;
  const more = Array.from({ length: optionsMax - options.length }, (_, at) => ({
    code: `x${at}`,
    en: `Answer ${at}`,
    zh: `答案 ${at}`,
  }));
  return { ...field, of: { ...field.of, options: [...options, ...more] } };
}

describe("what is published, over the next form", () => {
  it("is judged by a form that asks for more, in another way, or no longer", () => {
    expect(misfitsOf(withNewField(countyForm, solarField))).toEqual([]);
    expect(misfitsOf(withField(countyForm, "incomeBusiness", (field) => ({ ...field, retired: true })))).toEqual([]);
  });

  it.each([
    ["rule business incomeBusiness UNKNOWN_NAME", without("incomeBusiness")],
    ["rule business incomeBusiness WRONG_TYPE", as("incomeBusiness", { type: "text", charsMax: 20 })],
    ["take farmland farmland UNKNOWN_NAME", without("farmland")],
    ["take farmland farmland WRONG_TYPE", as("farmland", { type: "day" })],
    ["policy formula spentFarming UNKNOWN_NAME", without("spentFarming")],
    ["policy formula spentFarming WRONG_TYPE", as("spentFarming", { type: "yesNo" })],
    ["policy safeWater waterSafe UNKNOWN_NAME", without("waterSafe")],
    ["policy safeHouse houseGrade WRONG_TYPE", as("houseGrade", { type: "day" })],
    ["policy insured medicalInsurance UNKNOWN_NAME", without("medicalInsurance")],
  ])("is told with its field: %s (%#)", (misfit, next) => {
    expect(misfitsOf(next)).toContain(misfit);
  });

  it("is told where a longer list of answers makes it too costly", () => {
    const [condition] = countyPolicy.conditions;
    if (condition === undefined) throw new Error("the county's policy has conditions");
    const when = "h.otherCauses.all(a, h.otherCauses.all(b, h.otherCauses.all(c, a == b || b == c)))";
    const policy = { ...countyPolicy, conditions: [{ ...condition, when, names: {}, says: { en: "x.", zh: "x" } }] };
    expect(misfitsOf(countyForm, policy)).toEqual([]);
    const next = withField(countyForm, "otherCauses", withAllOptions);
    expect(misfitsOf(next, policy)).toEqual([`policy ${condition.id} otherCauses TOO_COSTLY`]);
  });

  it("fits every form that can follow the county's: with all answers that its fields may have", () => {
    const sections = countyForm.sections.map((one) => ({ ...one, fields: one.fields.map(withAllOptions) }));
    expect(compileRules(rules, { ...countyForm, sections })).not.toHaveProperty("fault");
    expect(compilePolicy(countyPolicy, { ...countyForm, sections })).not.toHaveProperty("fault");
  });
});
