import { countyForm } from "@mingbai/registry/content/form/county/county-form";
import { fieldsOfKind } from "@mingbai/registry/content/form/find-field";
import { describe, expect, it } from "vitest";
import { putField, removeField, retireField } from "./form-edits.ts";
import { readTyped, type TypedField, typedFrom } from "./typed-field.ts";

const all = [...fieldsOfKind(countyForm, "household"), ...fieldsOfKind(countyForm, "person")];
const typed = (part: Partial<TypedField>): TypedField => ({
  ...typedFrom(undefined),
  id: "solarPanels",
  zh: "光伏板",
  en: "Solar panels",
  ...part,
});

describe("a field in the editor", () => {
  it.each(all.map((field) => [field.id, field] as const))("comes out as it went in: %s", (_, field) => {
    expect(readTyped(typedFrom(field), field)).toEqual(field);
  });

  it("reads numbers in their unit", () => {
    const number = { type: "number", unitZh: "千瓦", unitEn: "kW", decimals: "1", min: "0", max: "99.5" } as const;
    expect(readTyped(typed(number), undefined)).toMatchObject({
      of: { type: "number", decimals: 1, unit: { en: "kW", zh: "千瓦" }, min: 0, max: 995 },
    });
  });

  it("reads answers line by line, a minus for one that is not offered any more", () => {
    const options = "1 并网 | On grid\n-2 离网 | Off grid";
    expect(readTyped(typed({ type: "choice", options }), undefined)).toMatchObject({
      of: {
        options: [
          { code: "1", zh: "并网", en: "On grid" },
          { code: "2", retired: true },
        ],
      },
    });
  });

  it.each([
    ["id", { id: "Solar" }],
    ["zh", { zh: " " }],
    ["en", { en: "" }],
    ["max", { type: "number", unitZh: "亩", unitEn: "mu", max: "" }],
    ["max", { type: "number", unitZh: "亩", unitEn: "mu", min: "5", max: "4" }],
    ["min", { type: "number", unitZh: "亩", unitEn: "mu", min: "0.5", max: "4" }],
    ["unitZh", { type: "number", max: "4" }],
    ["charsMax", { charsMax: "lots" }],
    ["options", { type: "choices", options: "是" }],
    ["options", { type: "choice", options: "" }],
    ["helpEn", { helpZh: "看电表" }],
  ] as const)("says what is not right yet: %s (%#)", (wrong, part) => {
    expect(readTyped(typed(part), undefined)).toEqual({ wrong });
  });
});

describe("a form that is changed", () => {
  const field = readTyped(typed({}), undefined);
  const idsOf = (form: typeof countyForm) => fieldsOfKind(form, "household").map(({ id }) => id);

  it("has a new field at the end of its section, once", () => {
    if ("wrong" in field) throw new Error(field.wrong);
    const once = putField(countyForm, "house", field);
    expect(idsOf(putField(once, "house", field))).toEqual(idsOf(once));
    expect(once.sections.find(({ id }) => id === "house")?.fields.at(-1)).toEqual(field);
    expect(removeField(once, "house", field.id)).toEqual(countyForm);
  });

  it("asks again as before for what was retired", () => {
    const retired = retireField(countyForm, "house", { id: "houseArea", isRetired: true });
    expect(fieldsOfKind(retired, "household").find(({ id }) => id === "houseArea")?.retired).toBe(true);
    expect(retireField(retired, "house", { id: "houseArea", isRetired: false })).toEqual(countyForm);
  });
});
