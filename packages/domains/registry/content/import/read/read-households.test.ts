import { naughtyStrings } from "@mingbai/testkit/naughty-strings";
import { random, runSeed } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import { countyForm } from "../../form/county/county-form.ts";
import type { ImportMapping } from "../mapping/import-mapping.ts";
import { guess, readList } from "../testing/test-list.ts";
import { madeHouseholds, madeIdentityNumber, personRows } from "../testing/test-made-list.ts";
import { surveyList } from "../testing/test-survey.ts";
import type { ReadHousehold } from "./read-household.ts";

const seed = runSeed();
const [one, two, three] = [1, 2, 3].map(madeIdentityNumber);
const head = "户号,行政村,住房面积,姓名,与户主关系,身份证号,出生日期";
const whole = `${head}
H001,枫桥村,90,张一,户主,${one},
H001,枫桥村,90,张二,妻,${two},
H002,柏林村,60,李三,户主,${three},
`;
const faultsOf = ({ faults }: ReadHousehold) => faults.map(({ line, column, who, zh }) => [line, column, who, zh]);
const [first] = readList([whole]).households;

describe("the households of a list", () => {
  it("have their people, the head first, with what follows from identity numbers", () => {
    const { households } = readList([whole]);
    expect(households.map(({ key, state, lines }) => [key, state, lines])).toEqual([
      ["H001", "ready", [2, 3]],
      ["H002", "ready", [4]],
    ]);
    expect(first?.household.values).toEqual({ number: "H001", village: "339901100001", houseArea: 9_000 });
    expect(first?.household.people[0]?.values).toEqual({
      name: "张一",
      relation: "01",
      identityNumber: one,
      birth: "1940-01-01",
      sex: "1",
    });
    const line = { sheet: 0, line: 2 };
    expect(first?.valueLines).toEqual({ number: line, village: line, houseArea: line });
  });

  it("whose rows disagree are queued with all that is said, and nothing is decided", () => {
    const { households } = readList([whole.replace("枫桥村,90,张二", "枫桥村,120,张二")]);
    const [disputed] = households;
    expect(disputed?.state).toBe("disagreement");
    expect(disputed?.disagreements).toEqual([
      {
        field: "houseArea",
        says: [
          { sheet: 0, value: 9_000, text: "90", lines: [2] },
          { sheet: 0, value: 12_000, text: "120", lines: [3] },
        ],
      },
    ]);
    expect(disputed?.household.values).not.toHaveProperty("houseArea");
    expect(households[1]?.state).toBe("ready");
  });

  it.each<[string, string]>([
    ["written otherwise", "枫桥村,90.0 平方米,张二"],
    ["said once", "枫桥村,,张二"],
    ["by its code", "339901100001,90,张二"],
  ])("agree where the same is %s", (_, row) => {
    expect(readList([whole.replace("枫桥村,90,张二", row)]).households[0]?.state).toBe("ready");
  });

  it.each<[string, string, string, readonly unknown[]]>([
    [
      "a short identity number",
      two ?? "",
      (two ?? "").slice(0, 17),
      [3, "身份证号", "张*", "身份证号少 1 位，只有 17 位"],
    ],
    ["an unknown relation", ",妻,", ",户外人,", [3, "与户主关系", "张*", expect.stringContaining("不在选项里")]],
    ["another birth", `${two},`, `${two},1999-09-09`, [3, "出生日期", "张*", expect.stringContaining("身份证号里是")]],
    ["an unreadable area", "枫桥村,90,张二", "枫桥村,大约,张二", [3, "住房面积", undefined, "“大约”不是数字"]],
    ["an unknown village", "柏林村,60", "桃源,60", [4, "行政村", undefined, "没有“桃源”这个村"]],
    ["a missing name", "90,张二,妻", "90,,妻", [3, "姓名", undefined, "没有填姓名"]],
    ["cells that moved", `${two},`, `${two},,,x`, [3, undefined, undefined, "这一行比表头多出格子，内容可能错位了"]],
    ["a quotation mark", "张二,妻", '"张二,妻', [3, undefined, undefined, expect.stringContaining("引号")]],
  ])("say at which cell, and whose, there is %s", (_, from, to, expected) => {
    const { households } = readList([whole.replace(from, to)]);
    const faulty = households.find(({ state }) => state === "faults");
    expect(faulty?.faults.length).toBeGreaterThan(0);
    expect(faulty === undefined ? [] : faultsOf(faulty)).toContainEqual(expected);
    expect(faulty?.faults.every(({ todo }) => todo.zh !== "" && todo.en !== "")).toBe(true);
  });

  it("are told of a person who stands in two of them, both", () => {
    const { households } = readList([whole.replace(three ?? "", two ?? "")]);
    expect(households.map(({ state }) => state)).toEqual(["faults", "faults"]);
    expect(households.map(({ faults }) => faults.map(({ zh }) => zh))).toEqual([
      ["这个身份证号在表里另一户也有，第 4 行"],
      ["这个身份证号在表里另一户也有，第 3 行"],
    ]);
  });

  it("take the day of birth of a month from the identity number, and leave a doubt where there is none", () => {
    const { households } = readList([whole.replace(`${one},`, `${one},1940.1`).replace(`${three},`, ",1950年3月")]);
    expect(households.map(({ state }) => state)).toEqual(["ready", "doubts"]);
    expect(households[0]?.household.people[0]?.values.birth).toBe("1940-01-01");
    expect(households[1]?.household.people[0]?.values.birth).toBe("1950-03-01");
  });

  it("are whole wherever their rows stand", () => {
    const lines = whole.trimEnd().split("\n");
    const mixed = [lines[0], lines[3], lines[2], "H003,枫桥村,,王五,户主,,", lines[1]].join("\n");
    const { households } = readList([mixed], guess(whole).mapping);
    expect(households.map(({ key, lines: rows }) => [key, rows])).toEqual([
      ["H002", [2]],
      ["H003", [4]],
      ["H001", [3, 5]],
    ]);
    expect(households[2]?.household.people.map(({ values }) => values.name)).toEqual(["张一", "张二"]);
  });

  it("have their number in the first row only, where cells were merged", () => {
    const merged = whole.replace("H001,枫桥村,90,张二", ",,,张二");
    expect(readList([merged]).households.map(({ key, lines }) => [key, lines])).toEqual([
      ["H001", [2, 3]],
      ["H002", [4]],
    ]);
    const headless = readList([whole.replace("H002,", ",")]).households;
    expect(headless.at(-1)).toMatchObject({ key: "line:4", state: "faults", faults: [{ fault: "KEY_MISSING" }] });
  });

  it("leave out sums, notes and repeated headers by name, and lose no row", () => {
    const { households, leftOut } = readList([`${whole}${head}\n合计,,210,,,,\n填表人：某某,,,,,,\n`]);
    expect(leftOut).toEqual([
      { line: 5, why: "header" },
      { line: 6, why: "sum" },
      { line: 7, why: "note" },
    ]);
    expect(households.flatMap(({ lines }) => lines)).toEqual([2, 3, 4]);
  });

  it("say of all what the mapping says of all", () => {
    const text = whole.replaceAll(/,枫桥村|,柏林村|,行政村/g, "");
    const { mapping } = guess(text);
    expect(readList([text], mapping).households[0]?.state).toBe("faults");
    const fixed: ImportMapping = { ...mapping, fixed: { village: "339901100002" } };
    expect(readList([text], fixed).households.map(({ state }) => state)).toEqual(["ready", "ready"]);
  });

  it("are read in the column's unit, with its words translated", () => {
    const text = `户号,行政村,耕地面积（公顷）,姓名,与户主关系,民族,身体情况\nH1x,枫桥村,0.5,张一,户主,汉族,甲\nH2x,枫桥村,1,李三,户主,汉族,乙\n`;
    const { mapping } = guess(text);
    const columns = mapping.sheets[0]?.columns.map((column) =>
      column.header === "身体情况"
        ? { ...column, target: { to: "person" as const, field: "health" }, translations: { 甲: "健康", 乙: "大病" } }
        : column,
    );
    const translated: ImportMapping = { ...mapping, sheets: [{ rows: "people", columns: columns ?? [] }] };
    const { households } = readList([text], translated);
    expect(households.map(({ household }) => [household.values.farmland, household.people[0]?.values.health])).toEqual([
      [750, "1"],
      [1_500, "3"],
    ]);
  });

  it("are read from rows with people side by side", () => {
    const text = `行政村,户主姓名,户主身份证号,成员1姓名,成员1身份证号,成员1与户主关系,成员2姓名,成员2与户主关系
枫桥村,张一,${one},张二,${two},配偶,张三,子
柏林村,李四,${three},,,,,
`;
    const { households } = readList([text]);
    expect(
      households.map(({ state, household }) => [state, household.people.map(({ values }) => values.relation)]),
    ).toEqual([
      ["ready", ["01", "10", "20"]],
      ["ready", ["01"]],
    ]);
  });

  it("are joined from a sheet of households and a sheet of people", () => {
    const people = `户编号,姓名,与户主关系\nA1,张一,户主\nA1,张二,妻\nA2,李三,户主\nA9,王五,户主\n`;
    const sheet = `户编号,行政村,住房面积\nA1,枫桥村,90\nA2,柏林村,60\nA3,柏林村,70\n`;
    const { households } = readList([people, sheet]);
    expect(households.map(({ key, state, household }) => [key, state, household.people.length])).toEqual([
      ["A1", "ready", 2],
      ["A2", "ready", 1],
      ["A9", "faults", 1],
      ["A3", "faults", 0],
    ]);
    expect(households[0]?.household.values).toEqual({ number: "A1", village: "339901100001", houseArea: 9_000 });
    expect(households[0]).toMatchObject({
      sheet: 1,
      lines: [2, 3],
      besideLines: [2],
      valueLines: { houseArea: { sheet: 0, line: 2 } },
    });
    expect(households[3]).toMatchObject({ sheet: 0, lines: [4], faults: [{ sheet: 0, line: 4, fault: "NOBODY" }] });
  });

  it("say of each fault of two sheets in which cell of which sheet a text would mend it", () => {
    const people = "户编号,姓名,与户主关系,性别\nA1,张一,户主,男\nA2,李三,户主,男\nA2,李四,妻,非\nA9,王五,户主,男\n";
    const sheet = "户编号,行政村,住房面积\nA1,枫桥村,很大\nA2,,60\nA3,柏林村,70\n";
    const { households } = readList([people, sheet]);
    const faults = households.flatMap((one) =>
      one.faults.map(({ sheet: on, line, cell, fault }) => [one.key, fault, on, line, cell]),
    );
    expect(faults).toEqual([
      ["A1", "NUMBER_UNREADABLE", 0, 2, 2],
      ["A2", "CHOICE_UNKNOWN", 1, 4, 3],
      ["A2", "REQUIRED", 0, 3, 1],
      ["A9", "HOUSEHOLD_MISSING", 1, 5, 0],
      ["A3", "NOBODY", 0, 4, 0],
    ]);
    const corrections = [
      { sheet: 0, line: 2, column: 2, was: "很大", text: "90" },
      { sheet: 0, line: 3, column: 1, was: "", text: "枫桥村" },
      { sheet: 1, line: 4, column: 3, was: "非", text: "女" },
      { sheet: 1, line: 5, column: 0, was: "A9", text: "A3" },
    ];
    const mended = readList([people, sheet], undefined, corrections).households;
    expect(mended.map(({ key, state }) => [key, state])).toEqual([
      ["A1", "ready"],
      ["A2", "ready"],
      ["A3", "ready"],
    ]);
  });

  it("of an unseen survey of 143 columns are read by the guess alone", () => {
    const { households } = readList([surveyList({ households: 40, seed }).text]);
    expect(households).toHaveLength(40);
    expect(households.every(({ state, household }) => state !== "faults" && household.people.length === 3)).toBe(true);
  });

  it(`come back as they were written, every field of the county's form (seed ${seed})`, () => {
    const made = [...madeHouseholds(countyForm, { count: 30, seed })];
    const text = `${[...personRows(countyForm, made)].join("\n")}\n`;
    const { households } = readList([text]);
    expect(households.map(({ state, faults }) => [state, faults])).toEqual(made.map(() => ["ready", []]));
    expect(households.map(({ household }) => household.values.number)).toEqual(made.map(({ texts }) => texts.number));
  });

  it(`are each made of their rows, none lost and none twice, whatever stands in the cells (seed ${seed})`, () => {
    const draw = random(seed);
    const cells = [
      ...naughtyStrings.filter((text) => text.length < 200),
      "",
      "",
      "张一",
      "户主",
      "H001",
      "枫桥村",
      one ?? "",
      "合计",
    ];
    const rows = Array.from({ length: 300 }, () =>
      Array.from({ length: 7 }, () => `"${draw.pick(cells).replaceAll('"', '""')}"`),
    );
    const text = [head, ...rows.map((row) => row.join(","))].join("\n");
    const { households, leftOut } = readList([text], guess(whole).mapping);
    const read = [...households.flatMap(({ lines }) => lines), ...leftOut.map(({ line }) => line)];
    expect(new Set(read).size).toBe(read.length);
    expect(JSON.stringify(households).isWellFormed()).toBe(true);
    for (const { state, faults } of households)
      expect(faults.some(({ level }) => level === "error")).toBe(state === "faults");
  });
});
