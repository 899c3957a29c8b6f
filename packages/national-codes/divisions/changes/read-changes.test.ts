import { describe, expect, it } from "vitest";
import { readChanges } from "./read-changes.ts";

describe("readChanges", () => {
  it("reads decrees with what ended and began", () => {
    const text = `
      # 本县乡镇
      2024-03-01 青石县政府〔2024〕3号
      - 339901002 旧枫桥乡 > 339901001
      + 339901003 新镇 < 339901001 339901002201
      2024-05-01 青石县政府〔2024〕9号
      + 339901004 新区`;
    expect(readChanges(text)).toEqual([
      {
        day: "2024-03-01",
        source: "青石县政府〔2024〕3号",
        ended: [{ code: "339901002000", name: "旧枫桥乡", into: ["339901001000"] }],
        begun: [{ code: "339901003000", name: "新镇", from: ["339901001000", "339901002201"] }],
      },
      {
        day: "2024-05-01",
        source: "青石县政府〔2024〕9号",
        ended: [],
        begun: [{ code: "339901004000", name: "新区", from: [] }],
      },
    ]);
  });

  it.each([
    ["339901 枫桥区", "LINE", "第 1 行既不是批复也不是区划：339901 枫桥区"],
    ["2024-02-30 某号", "DAY", "第 1 行：没有 2024-02-30 这一天"],
    ["2024-02-29", "LINE", "第 1 行既不是批复也不是区划：2024-02-29"],
    ["\n- 339901 枫桥区 > 339902", "NO_DECREE", "第 2 行之前没有写批复"],
    ["2024-02-29 某号\n- 33990 枫桥区", "CODE", "第 2 行：33990 不是区划代码"],
    ["2024-02-29 某号\n- 339901 枫桥区 > 339", "CODE", "第 2 行：339 不是区划代码"],
    ["2024-02-29 某号\n- 339901 枫桥区 < 339902", "LINE", "第 2 行既不是批复也不是区划：- 339901 枫桥区 < 339902"],
  ])("says of %o: %s", (text, fault, zh) => {
    expect(readChanges(text)).toMatchObject({ fault, zh });
  });
});
