import { describe, expect, it } from "vitest";
import { compareForms } from "./compare-forms.ts";
import { countyForm } from "./county/county-form.ts";
import { solarField, withField, withNewField } from "./testing/change-form.ts";

describe("two versions of a form", () => {
  it("do not differ where only the version does", () => {
    expect(compareForms(countyForm, structuredClone({ ...countyForm, version: 2 }))).toEqual([]);
  });

  it("differ by each field and by what of it is another", () => {
    const more = withNewField(countyForm, solarField);
    const label = { en: "Floor space", zh: "建筑面积" };
    const renamed = withField(more, "houseArea", (field) => ({ ...field, label, retired: true }));
    expect(compareForms(countyForm, renamed)).toMatchObject([
      { kind: "fieldRetired", of: "household", field: { id: "houseArea" } },
      { kind: "fieldChanged", aspects: ["label"], field: { label } },
      { kind: "fieldAdded", of: "household", field: solarField },
    ]);
  });

  it("differ by their rules", () => {
    const [first, second] = countyForm.rules;
    if (first === undefined || second === undefined) throw new Error("the county form has rules");
    const level = second.level === "doubt" ? ("error" as const) : ("doubt" as const);
    const rules = [{ ...second, level }, ...countyForm.rules.slice(2), { ...first, id: "another" }];
    expect(compareForms(countyForm, { ...countyForm, rules }).map(({ kind }) => kind)).toEqual([
      "ruleChanged",
      "ruleAdded",
      "ruleGone",
    ]);
  });

  it("tell a field that went to another section", () => {
    const moved = withNewField(
      withField(countyForm, "houseArea", () => undefined),
      { ...solarField, id: "houseArea" },
      "fields",
    );
    const [change] = compareForms(countyForm, moved);
    expect(change).toMatchObject({ kind: "fieldChanged", field: { id: "houseArea" } });
    expect(change?.kind === "fieldChanged" && change.aspects).toContain("section");
  });
});
