import { countyForm } from "@mingbai/registry/content/form/county/county-form";
import { sectionsOf } from "@mingbai/registry/content/form/find-field";
import { describe, expect, it } from "vitest";
import { moveField, newSection, putSection, removeSection, stepField, stepSection } from "./section-edits.ts";

const idsOf = (form: typeof countyForm, of: "household" | "person" = "household") =>
  sectionsOf(form, of).map(({ id }) => id);
const fieldsIn = (form: typeof countyForm, section: string) =>
  form.sections.find(({ id }) => id === section)?.fields.map(({ id }) => id) ?? [];
const title = { en: "Roof", zh: "屋顶" };
const sectionAt = (at: number) => {
  const section = countyForm.sections[at];
  if (section === undefined) throw new Error(`the form has no section ${at}`);
  return section;
};

describe("the sections of a form that is changed", () => {
  const roof = newSection(countyForm, { of: "household", group: "basic", title });
  const added = putSection(countyForm, roof);

  it("has a new one as the last of its kind, with an id of its own", () => {
    expect(idsOf(added)).toEqual([...idsOf(countyForm), roof.id]);
    expect(idsOf(added, "person")).toEqual(idsOf(countyForm, "person"));
    expect(newSection(added, roof).id).not.toBe(roof.id);
    const renamed = putSection(added, { ...roof, title: { en: "Roofs", zh: "房顶" } });
    expect(idsOf(renamed)).toEqual(idsOf(added));
  });

  it("loses one only while it has no fields", () => {
    expect(removeSection(added, roof.id)).toEqual(countyForm);
    expect(removeSection(added, "house")).toEqual(added);
  });

  it("are stepped among those of their kind, and stay at the ends", () => {
    const [first, second, ...others] = idsOf(countyForm);
    expect(idsOf(stepSection(countyForm, sectionAt(0), 1))).toEqual([second, first, ...others]);
    expect(stepSection(countyForm, sectionAt(0), -1)).toEqual(countyForm);
    const bank = sectionAt(countyForm.sections.length - 1);
    expect(stepSection(countyForm, bank, 1)).toEqual(countyForm);
    const [who = sectionAt(0)] = sectionsOf(countyForm, "person");
    expect(stepSection(countyForm, who, -1)).toEqual(countyForm);
  });
});

describe("the fields of a form that is changed", () => {
  it("are stepped within their section", () => {
    const stepped = stepField(countyForm, "house", { id: "houseFloors", step: -1 });
    expect(fieldsIn(stepped, "house").slice(0, 2)).toEqual(["houseFloors", "houseStructure"]);
    expect(stepField(countyForm, "house", { id: "houseStructure", step: -1 })).toEqual(countyForm);
    expect(stepField(countyForm, "house", { id: "road", step: 1 })).toEqual(countyForm);
  });

  it.each([
    ["as the first", undefined, ["houseArea", "farmland"]],
    ["after another", "farmland", ["farmland", "houseArea"]],
  ])("are taken to another section, %s", (_, after, begin) => {
    const moved = moveField(countyForm, "household", { id: "houseArea", to: { section: "fields", after } });
    expect(fieldsIn(moved, "house")).not.toContain("houseArea");
    expect(fieldsIn(moved, "fields").slice(0, 2)).toEqual(begin);
  });

  it("are taken elsewhere in their own section, and none is lost", () => {
    const to = { section: "house", after: "road" };
    const moved = moveField(countyForm, "household", { id: "houseArea", to });
    expect(fieldsIn(moved, "house").at(-1)).toBe("houseArea");
    expect(fieldsIn(moved, "house").toSorted()).toEqual(fieldsIn(countyForm, "house").toSorted());
  });
});
