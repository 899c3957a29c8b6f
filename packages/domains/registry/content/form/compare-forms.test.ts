import { describe, expect, it } from "vitest";
import { compareForms } from "./compare-forms.ts";
import { countyForm } from "./county/county-form.ts";
import { solarField, withField, withNewField, withOrder } from "./testing/change-form.ts";

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

  it("tell a field that stands elsewhere in its section, and none of those that it passed", () => {
    const reordered = withOrder(countyForm, { section: "house", ids: ([first = "", ...others]) => [...others, first] });
    expect(compareForms(countyForm, reordered)).toMatchObject([
      { kind: "fieldChanged", of: "household", field: { id: "houseStructure" }, aspects: ["place"] },
    ]);
  });

  it("tell sections that are new, renamed, moved and gone", () => {
    const title = { en: "Roof", zh: "屋顶" };
    const roof = { id: "roof", title, group: "basic", of: "household", fields: [solarField] } as const;
    const [where, house, fields, ...others] = countyForm.sections;
    if (where === undefined || house === undefined || fields === undefined) throw new Error("the form has sections");
    const all = { ...where, fields: [...where.fields, ...fields.fields] };
    const sections = [house, { ...all, title }, { ...roof, fields: [solarField] }, ...others];
    const changes = compareForms(countyForm, { ...countyForm, sections }).filter(
      ({ kind }) => !kind.startsWith("field"),
    );
    expect(changes).toMatchObject([
      { kind: "sectionChanged", section: { id: "where" }, aspects: ["title", "place"] },
      { kind: "sectionAdded", of: "household", section: { id: "roof" } },
      { kind: "sectionGone", of: "household", section: { id: "fields" } },
    ]);
  });
});
