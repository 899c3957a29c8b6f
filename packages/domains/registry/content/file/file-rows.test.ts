import { describe, expect, it } from "vitest";
import { countyForm } from "../form/county/county-form.ts";
import { readList } from "../import/testing/test-list.ts";
import { fileColumns, fileRows } from "./file-rows.ts";

const columns = fileColumns(countyForm);
const at = (of: "household" | "person", id: string) =>
  columns.findIndex((column) => column.of === of && column.field.id === id);
const household = {
  values: { number: "YL-03-0127", monitored: "3", incomeWages: 2_860_000, waterSafe: true },
  people: [{ values: { name: "何树生", relation: "01" } }, { values: { name: "卢桂枝", relation: "10" } }],
};

describe("whole files as rows", () => {
  it("have the form's fields in its order, the household's first, and no photos", () => {
    const ids = countyForm.sections
      .filter(({ of }) => of === "household")
      .flatMap(({ fields }) => fields.filter((field) => field.of.type !== "photos").map(({ id }) => id));
    expect(columns.slice(0, ids.length).map(({ field }) => field.id)).toEqual(ids);
    expect(columns.some(({ field }) => field.of.type === "photos")).toBe(false);
  });

  it("repeat the household for each of its people, in words, money in minor units", () => {
    const rows = fileRows(household, columns, { language: "zh" });
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      expect(row).toHaveLength(columns.length);
      expect(row[at("household", "number")]).toBe("YL-03-0127");
      expect(row[at("household", "incomeWages")]).toBe(2_860_000);
      expect(row[at("household", "waterSafe")]).toBe("是");
      expect(row[at("household", "incomePension")]).toBeNull();
    }
    expect(rows.map((row) => row[at("person", "name")])).toEqual(["何树生", "卢桂枝"]);
    expect(rows[0]?.[at("person", "relation")]).toBe("户主");
  });

  it("keep a household in which nobody is left", () => {
    const rows = fileRows({ ...household, people: [] }, columns, { language: "en" });
    expect(rows.map((row) => [row[at("household", "waterSafe")], row[at("person", "name")]])).toEqual([["Yes", ""]]);
  });

  it("are read again by an import as what they were", () => {
    const text = (cell: string | number | null) => (typeof cell === "number" ? (cell / 100).toFixed(2) : (cell ?? ""));
    const rows = fileRows(household, columns, { language: "zh" }).map((row) => row.map(text).join(","));
    const { households } = readList([[columns.map(({ field }) => field.label.zh).join(","), ...rows].join("\n")]);
    const [first] = households.map((read) => read.household);
    expect(first?.values).toMatchObject(household.values);
    expect(first?.people.map(({ values }) => values)).toMatchObject(household.people.map(({ values }) => values));
  });
});
