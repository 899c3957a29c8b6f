import { readTable } from "@mingbai/tabular/read/read-table";
import { readTableFile } from "@mingbai/tabular/read/read-table-file";
import { describe, expect, it } from "vitest";
import { makeCounty } from "../make-county.ts";
import { townships } from "../places/townships.ts";
import { csvBytes, workbookBytes } from "./list-bytes.ts";
import type { ListTable } from "./list-table.ts";
import { surveyDisputes } from "./survey-disputes.ts";
import { surveyList } from "./survey-list.ts";
import { knownQuestions } from "./survey-questions.ts";
import { townshipLists } from "./township-lists.ts";

const county = makeCounty({ seed: 13, households: 1_000 });
const people = [...county.households].reduce((sum, made) => sum + made.people.length, 0);
const columnsOfSurvey = 143;

describe("the lists of townships", () => {
  const lists = [...townshipLists(county)];

  it("have every person of the county once, under headings of which none stands twice", () => {
    expect(lists).toHaveLength(townships.length);
    const rows = lists.reduce((sum, { rows: made }) => sum + [...made].length, 0);
    expect(rows).toBe(people);
    for (const { header } of lists) expect(new Set(header).size).toBe(header.length);
  });

  it("differ in headings, units, days and words", () => {
    const headings = lists.map(({ header }) => header.join());
    expect(new Set(headings).size).toBeGreaterThan(lists.length / 3);
    expect(headings.some((text) => text.includes("（万元）"))).toBe(true);
    expect(headings.some((text) => text.includes("（公顷）"))).toBe(true);
  });

  it.each(["utf-8", "gb18030"] as const)("are read back from CSV in %s, below their titles", (encoding) => {
    for (const list of lists.slice(0, 6)) {
      const table = readTable(joined([...csvBytes(list, encoding)]), scoreOf(list), undefined);
      expect(table.header).toEqual(list.header);
      expect([...table.rows].map(({ cells }) => [...cells])).toEqual([...list.rows]);
    }
  });

  it("are read back from a workbook", async () => {
    const [list] = lists;
    if (list === undefined) throw new Error("there is no list");
    const chunks: Uint8Array[] = [];
    for await (const chunk of workbookBytes(list)) chunks.push(chunk);
    const { table } = await readTableFile(joined(chunks), { score: scoreOf(list) });
    expect(table.header).toEqual(list.header);
    expect([...table.rows]).toHaveLength([...list.rows].length);
    expect([...list.rows].length).toBeGreaterThan(50);
  });

  it("keep characters outside the first plane in GB18030", () => {
    const list: ListTable = { name: "", titles: [], header: ["姓名"], rows: [["王𠮷"], ["李㛃"], ["陈䶮"]] };
    const text = new TextDecoder("gb18030", { fatal: true }).decode(joined([...csvBytes(list, "gb18030")]));
    expect(text).toBe("姓名\r\n王𠮷\r\n李㛃\r\n陈䶮\r\n");
  });
});

describe("the general survey", () => {
  const survey = surveyList(county);

  it("has 143 columns, each under a heading of its own", () => {
    expect(new Set(survey.header).size).toBe(columnsOfSurvey);
    expect([...survey.rows].every((row) => row.length === columnsOfSurvey)).toBe(true);
  });

  it("has members who differ about their household exactly where that is planted", () => {
    const known = knownQuestions.filter(([of]) => of === "household").map(([, field, head]) => ({ field, head }));
    const sheets = Map.groupBy(survey.rows, (row) => row[0] ?? "");
    const differing = [...sheets].flatMap(([sheet, rows]) =>
      known
        .filter(({ head }) => new Set(rows.map((row) => row[survey.header.indexOf(head)])).size > 1)
        .map(({ field }) => `${sheet} ${field}`),
    );
    const planted = [...surveyDisputes(county)].map(({ sheet, field }) => `${sheet} ${field}`);
    expect(differing).toEqual(planted);
    expect(planted.length).toBeGreaterThan(5);
  });
});

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(chunks));
}

/** Points for a row as an importer gives them that knows the list's headings. */
function scoreOf({ header }: ListTable): (cells: readonly string[]) => number {
  return (cells) => cells.filter((cell) => header.includes(cell)).length;
}
