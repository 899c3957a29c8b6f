import { describe, expect, it } from "vitest";
import { checkDivisionCode } from "./check-division-code.ts";

describe("checkDivisionCode", () => {
  it.each([
    ["33", "330000000000", "province"],
    ["330000", "330000000000", "province"],
    ["3301", "330100000000", "city"],
    ["330110", "330110000000", "county"],
    ["330110010", "330110010000", "street"],
    ["330110010200", "330110010200", "village"],
    ["441900003", "441900003000", "street"],
    ["441900003001", "441900003001", "village"],
    [" ３３０１１０ ", "330110000000", "county"],
  ])("reads %s", (text, code, level) => {
    expect(checkDivisionCode(text)).toEqual({ code, level });
  });

  it.each([
    ["", "EMPTY", "没有填区划代码"],
    ["33011", "LENGTH", "区划代码有 5 位，应为 2、4、6、9 或 12 位"],
    ["3301100102001", "LENGTH", "区划代码有 13 位，应为 2、4、6、9 或 12 位"],
    ["3".repeat(130), "LENGTH", "区划代码有 130 位，应为 2、4、6、9 或 12 位"],
    ["33011O", "CHARACTER", "区划代码第 6 位是“O”，应为数字"],
    ["990110", "PROVINCE", "开头 99 不是省级区划代码"],
    ["000000", "PROVINCE", "开头 00 不是省级区划代码"],
    ["330010", "GAP", "区划代码缺一级：第 3 至 4 位全是 0"],
    ["330110000201", "GAP", "区划代码缺一级：第 7 至 9 位全是 0"],
  ])("says of %o: %s", (text, fault, zh) => {
    expect(checkDivisionCode(text)).toMatchObject({ fault, zh });
  });
});
