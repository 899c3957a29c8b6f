import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkValue } from "../check/check-value.ts";
import type { Value } from "../file/value.ts";
import { countyForm } from "../form/county/county-form.ts";
import type { FieldDefinition } from "../form/definition.ts";
import { madeIdentityNumber } from "../import/testing/test-made-list.ts";
import { isValue } from "./entry.ts";
import { listDivisions } from "./list-divisions.ts";
import { readText } from "./read-text.ts";
import { type Language, writeText } from "./write-text.ts";

const divisions = listDivisions([
  { code: "339901100001", name: "枫桥村" },
  { code: "339901100002", name: "柏林社区" },
  { code: "339901200003", name: "柏林村" },
]);
const fields = countyForm.sections.flatMap((section) => section.fields);
const codes = divisions.find("柏林").concat(divisions.find("枫桥"), "339901300009");

/** Values that a field may have; undefined where the form has no field of the type. */
function valuesOf({ of }: FieldDefinition): fc.Arbitrary<Value> {
  switch (of.type) {
    case "number":
      return fc.integer({ min: of.min, max: of.max });
    case "money":
      return fc.integer({ min: -(2 ** 40) + 1, max: 2 ** 40 - 1 });
    case "day":
      return fc
        .date({ min: new Date("1900-01-01"), max: new Date("2100-12-31"), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10));
    case "yesNo":
      return fc.boolean();
    case "choice":
      return fc.constantFrom(...of.options.map(({ code }) => code));
    case "choices":
      return fc.subarray(
        of.options.map(({ code }) => code),
        { minLength: 1 },
      );
    case "identityNumber":
      return fc.nat({ max: 20_000_000 }).map(madeIdentityNumber);
    case "phone":
      return fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }).map(String);
    case "division":
      return fc.constantFrom(...codes);
    case "place":
      return fc.tuple(
        fc.integer({ min: -90_000_000, max: 90_000_000 }),
        fc.integer({ min: -90_000_000, max: 90_000_000 }),
      );
    case "photos":
      return fc.array(fc.stringMatching(/^[0-9a-f]{32}$/), { minLength: 1, maxLength: of.countMax });
    case "text":
      return fc.string({ unit: "grapheme", minLength: 1, maxLength: Math.min(of.charsMax, 30) });
    default:
      return fc.constant("");
  }
}

describe("a value as people read it", () => {
  it.each(fields.map((field) => [field.id, field] as const))("is read back as it was: %s", (_, field) => {
    const languages = fc.constantFrom<Language>("en", "zh");
    fc.assert(
      fc.property(valuesOf(field), languages, (drawn, language) => {
        const first = readText(field, writeText(field, drawn, language, divisions), { divisions });
        // A text is kept without what cannot be seen; what is kept comes back as it is.
        if (field.of.type === "text" && !isValue(first)) return;
        const value = field.of.type === "text" && isValue(first) ? first.value : drawn;
        expect(checkValue(field, value)).toBeUndefined();
        expect(readText(field, writeText(field, value, language, divisions), { divisions })).toEqual({ value });
      }),
      { numRuns: 60 },
    );
  });

  it("names money in yuan, and a village by its name where only one has it", () => {
    expect(writeText({ of: { type: "money" } }, -123_456_705, "zh")).toBe("-1,234,567.05");
    const village = { of: { type: "division" } } as const;
    expect(codes.map((code) => writeText(village, code, "zh", divisions))).toEqual([
      "339901100002",
      "339901200003",
      "枫桥村",
      "339901300009",
    ]);
  });
});
