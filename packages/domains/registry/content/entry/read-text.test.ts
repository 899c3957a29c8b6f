import { naughtyStrings } from "@mingbai/testkit/naughty-strings";
import { describe, expect, it } from "vitest";
import { checkValue } from "../check/check-value.ts";
import { countyForm } from "../form/county/county-form.ts";
import type { FieldDefinition, FieldType } from "../form/definition.ts";
import { findField } from "../form/find-field.ts";
import type { EntryHints } from "./entry.ts";
import { listDivisions } from "./list-divisions.ts";
import { readText } from "./read-text.ts";

const divisions = listDivisions([
  { code: "339901100001", name: "枫桥村" },
  { code: "339901100002", name: "柏林社区" },
  { code: "339901200003", name: "柏林村" },
]);

function getField(of: "household" | "person", id: string): FieldDefinition {
  const field = findField(countyForm, of, id);
  if (field === undefined) throw new Error(`the county's form has no ${id}`);
  return field;
}

/** What a text is read as: the value with its notes, "nothing", or the fault's words in Chinese. */
function reading(field: Pick<FieldDefinition, "of">, text: string, hints: EntryHints = {}) {
  const entry = readText(field, text, { divisions, ...hints });
  if ("fault" in entry) return entry.zh;
  if ("empty" in entry) return "nothing";
  return entry.notes === undefined ? entry.value : [entry.value, ...entry.notes.map(({ fault }) => fault)];
}

const of = (type: FieldType) => ({ of: type });
const money = of({ type: "money" });
const day = of({ type: "day" });
const yesNo = of({ type: "yesNo" });
const phone = of({ type: "phone" });
const identity = of({ type: "identityNumber" });
const land = getField("household", "farmland");
const floors = getField("household", "houseFloors");
const relation = getField("person", "relation");
const relief = getField("household", "reliefKinds");

describe("what a text means in a field", () => {
  it.each<[string, Pick<FieldDefinition, "of">, string, unknown, EntryHints?]>([
    ["yuan", money, "12,345.6", 1_234_560],
    ["yuan with a sign and full-width digits", money, "￥１２３．５元", 12_350],
    ["tens of thousands", money, "1.2万元", 1_200_000],
    ["the unit of the column", money, "1.2", 1_200_000, { unit: "万元" }],
    ["a cell's own unit before the column's", money, "300元", 30_000, { unit: "万元" }],
    ["a loss", money, "-200", -20_000],
    ["words about money", money, "三千左右", "“三千左右”不是金额"],
    ["money beyond fen", money, "1.234", "“1.234”的小数比分还小"],
    ["no money", money, "无", "nothing"],
    ["land", land, "7.5", 750],
    ["land with its unit", land, "7.5 亩", 750],
    ["hectares", land, "0.5 公顷", 750],
    ["hectares by the column", land, "0.5", 750, { unit: "公顷" }],
    ["square metres", land, "101㎡", 15],
    ["more decimals than are kept", land, "7.555", [756, "ROUNDED"]],
    ["an unknown unit", land, "3 垧", "不认识单位“垧”，这里按亩填"],
    ["less than nothing", land, "-1", "-1 亩超出了 0 到 1000000 的范围"],
    ["a Chinese number", floors, "两层", 2],
    ["a Chinese number above ten", floors, "十二", 12],
    ["half a floor", floors, "1.5", "“1.5”：这里按整层填"],
    ["too many floors", floors, "33", "33 层超出了 0 到 20 的范围"],
    ["a day in characters", day, "1959年3月2日", "1959-03-02"],
    ["a day with points", day, "1959.3.2", "1959-03-02"],
    ["a day without marks", day, "19590302", "1959-03-02"],
    ["a spreadsheet's day", day, "45000", "2023-03-15"],
    ["an old person's spreadsheet day", day, "15000", "1941-01-24"],
    ["a month", day, "1959.3", ["1959-03-01", "MONTH_ONLY"]],
    ["a month that lost its zero", day, "1959.1", ["1959-01-01", "MONTH_SHORTENED"]],
    ["a day that no calendar has", day, "2023-02-29", "没有 2023-02-29 这一天"],
    ["two orders", day, "03/04/2015", "“03/04/2015”日和月分不清，请指定先后"],
    ["one order that fits", day, "13/04/2015", "2015-04-13"],
    ["the column's order", day, "03/04/2015", "2015-03-04", { dateOrder: "mdy" }],
    ["no date", day, "去年", "“去年”不是日期"],
    ["a tick", yesNo, "√", true],
    ["there is none", yesNo, "没有", false],
    ["neither", yesNo, "部分", "“部分”看不出是“是”还是“否”"],
    ["an answer", relation, "户主", "01"],
    ["an answer by another word", relation, "长子", "20"],
    ["an answer by its code", relation, "10", "10"],
    ["a code without its zero", relation, "1", "01"],
    ["code and words", relation, "02 之女", "30"],
    ["more than the answer", relation, "儿媳（二婚）", ["38", "DETAIL_LEFT_OUT"]],
    ["nearly an answer", relation, "户 主人", "“户 主人”不在选项里，是不是“户主”"],
    ["several answers", relief, "高龄津贴、低保；低保", ["dibao", "gaoling"]],
    ["several answers, one unknown", relief, "低保/补贴款", "“补贴款”不在选项里，是不是“残疾人两项补贴”"],
    ["an identity number with spaces", identity, "339901 19400101 0007", "339901194001010007"],
    ["a short identity number", identity, "33990119400101001", "身份证号少 1 位，只有 17 位"],
    ["a mobile number", phone, "+86 139-0000-0000", "13900000000"],
    ["a landline", phone, "0312-5550000", "0312-5550000"],
    ["a short mobile number", phone, "1390000000", "手机号少 1 位，只有 10 位"],
    ["two numbers", phone, "13900000000/13900000001", ["13900000000", "REST_LEFT_OUT"]],
    ["a village", getField("household", "village"), "枫桥村委会", "339901100001"],
    ["a village's code", getField("household", "village"), "339901100001", "339901100001"],
    ["two villages of one name", getField("household", "village"), "柏林", "叫“柏林”的村有 2 个，请写代码或带上乡镇"],
    ["an unknown village", getField("household", "village"), "桃源", "没有“桃源”这个村"],
    ["a place", of({ type: "place" }), "26.5801, 104.8302", [26_580_100, 104_830_200]],
    ["a place with longitude first", of({ type: "place" }), "104.8302,26.5801", [26_580_100, 104_830_200]],
    ["a name set apart", getField("person", "name"), "张　三", "张三"],
    ["a damaged text", getField("person", "name"), "张\ufffd", "有字在文件里已经丢了（�），请重填"],
  ])("%s", (_, field, text, expected, hints) => {
    expect(reading(field, text, hints)).toEqual(expected);
  });

  it("has words without a gap in both languages", () => {
    const english = [
      [land, "3 垧"],
      [land, "-1"],
      [floors, "1.5"],
      [relation, "户 主人"],
      [yesNo, "部分"],
      [relief, "xyz"],
    ] as const;
    for (const [field, text] of english) {
      const entry = readText(field, text);
      expect("fault" in entry && entry.en).toMatch(/^[^{}]+$/);
      expect("fault" in entry && entry.zh).toMatch(/^[^{}]+$/);
    }
    expect(readText(land, "-1")).toMatchObject({ en: "-1 mu is outside 0 to 1000000." });
  });

  it("is a good value, nothing, or a fault, whatever the text is", () => {
    const fields = countyForm.sections.flatMap((section) => section.fields);
    for (const text of [
      ...naughtyStrings,
      "9".repeat(5_000),
      "\ud800",
      "-",
      "1e999",
      "0x10",
      "__proto__",
      "constructor",
    ])
      for (const field of fields) {
        const entry = readText(field, text, { divisions });
        if ("value" in entry)
          expect([field.id, text, checkValue(field, entry.value)]).toEqual([field.id, text, undefined]);
      }
  });
});
