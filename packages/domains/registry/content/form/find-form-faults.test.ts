import { describe, expect, it } from "vitest";
import { countyForm } from "./county/county-form.ts";
import { type FieldDefinition, FormDefinition, formBytesMax } from "./definition.ts";
import { findFormFaults } from "./find-form-faults.ts";
import { solarField, withField, withNewField } from "./testing/change-form.ts";

const codesOf = (next: FormDefinition, before = countyForm) =>
  findFormFaults(before, next).map(({ fault, at }) => `${fault} ${at}`);
const as = (changes: object) => (field: FieldDefinition) => ({ ...field, ...changes }) as FieldDefinition;
const optionsAs = (change: (options: readonly object[]) => readonly object[]) => (field: FieldDefinition) =>
  "options" in field.of ? as({ of: { ...field.of, options: change(field.of.options) } })(field) : field;
const secondHouse = {
  id: "house",
  title: { en: "House", zh: "房子" },
  group: "basic",
  of: "household",
  fields: [solarField],
} as const;
const area = { type: "number", decimals: 2, unit: { en: "m²", zh: "平方米" }, min: 0, max: 100_000_000 };

describe("the next form", () => {
  it("is good as the county begins, and with one field more", () => {
    expect(codesOf({ ...countyForm, version: 2 })).toEqual([]);
    expect(codesOf(withNewField(countyForm, solarField))).toEqual([]);
  });

  it("may ask in other words, offer an answer more, and stop asking", () => {
    expect(codesOf(withField(countyForm, "houseArea", as({ label: { en: "Floor space", zh: "建筑面积" } })))).toEqual(
      [],
    );
    const more = optionsAs((options) => [{ code: "90", en: "Other", zh: "其他" }, ...options]);
    expect(codesOf(withField(countyForm, "cause", more))).toEqual([]);
    expect(codesOf(withField(countyForm, "houseArea", as({ retired: true })))).toEqual([]);
    const without = optionsAs(([first, ...others]) => [{ ...first, retired: true }, ...others]);
    expect(codesOf(withField(countyForm, "cause", without))).toEqual([]);
  });

  it.each([
    ["FIELD_GONE houseArea", withField(countyForm, "houseArea", () => undefined)],
    ["FIELD_TYPE houseArea", withField(countyForm, "houseArea", as({ of: { type: "money" } }))],
    ["FIELD_UNIT houseArea", withField(countyForm, "houseArea", as({ of: { ...area, decimals: 1 } }))],
    ["FIELD_UNIT houseArea", withField(countyForm, "houseArea", as({ of: { ...area, unit: { en: "mu", zh: "亩" } } }))],
    ["FIELD_NARROWER houseArea", withField(countyForm, "houseArea", as({ of: { ...area, max: 10 } }))],
    ["FIELD_NARROWER address", withField(countyForm, "address", as({ of: { type: "text", charsMax: 20 } }))],
    ["FIELD_CLASS houseArea", withField(countyForm, "houseArea", as({ class: "name" }))],
    ["FIELD_KNOWN village", withField(countyForm, "village", as({ retired: true }))],
    ["SECTION_TWICE house", { ...countyForm, version: 2, sections: [...countyForm.sections, secondHouse] }],
    ["LABEL_TWICE solarPanels", withNewField(countyForm, { ...solarField, label: { en: "Sun", zh: "住址" } })],
    [
      "OPTION_GONE cause",
      withField(
        countyForm,
        "cause",
        optionsAs((options) => options.slice(1)),
      ),
    ],
    [
      "OPTION_ORDER cause",
      withField(
        countyForm,
        "cause",
        optionsAs((options) => options.toReversed()),
      ),
    ],
    ["RULE_FAULT sun", { ...countyForm, version: 2, rules: [rule("sun", "h.solarPanels > 3")] }],
    ["RULE_FAULT sun", { ...countyForm, version: 2, rules: [rule("sun", "h.houseArea > ")] }],
  ])("is refused: %s (%#)", (code, next) => {
    expect(codesOf(FormDefinition.parse(next))).toContain(code);
  });

  it("fits into a vote", () => {
    const help = { en: "e".repeat(480), zh: "字".repeat(480) };
    const fields = Array.from({ length: 40 }, (_, at) => {
      const label = { en: `Field ${at}`, zh: `第 ${at} 项` };
      return { ...solarField, id: `more${at}`, label, help };
    });
    const long = fields.reduce((form, field) => withNewField(form, field), countyForm);
    expect(codesOf(long)).toEqual(["FORM_TOO_LARGE "]);
    expect(new TextEncoder().encode(JSON.stringify(countyForm)).length).toBeLessThan(formBytesMax);
  });
});

function rule(id: string, when: string) {
  return { id, of: "household", when, level: "doubt", fields: ["houseArea"], words: { en: "?", zh: "？" } } as const;
}
