import { describe, expect, it } from "vitest";
import { readList, sheetsOf } from "../testing/test-list.ts";
import { madeIdentityNumber } from "../testing/test-made-list.ts";
import { markedRows, rowMarks } from "./marked-rows.ts";

const text = `户号,行政村,住房面积,姓名,与户主关系,身份证号
H001,枫桥村,90,张一,户主,${madeIdentityNumber(1)}
H001,枫桥村,120,张二,妻,${madeIdentityNumber(2).slice(0, 17)}
H002,柏林村,60,李三,户主,
`;

describe("the rows of a list in which something is wrong", () => {
  it("come as they stood, with what is wrong behind them", () => {
    const marks = rowMarks("zh");
    for (const household of readList([text]).households) marks.add(household);
    const [sheet] = sheetsOf([text]);
    if (sheet === undefined) throw new Error("there is one sheet");
    const rows = [...markedRows(sheet, marks, "zh")];
    expect(rows.map((row) => row.at(-1))).toEqual([
      "哪里不对",
      "同一户写法不一：第 2 行写 90，第 3 行写 120",
      "身份证号：身份证号少 1 位，只有 17 位；同一户写法不一：第 2 行写 90，第 3 行写 120",
    ]);
    expect(rows.map((row) => row[3])).toEqual(["姓名", "张一", "张二"]);
  });
});
