import { describe, expect, it } from "vitest";
import { identityCheckDigit } from "../identity-number/identity-check-digit.ts";
import { checkDisabilityCertificate } from "./check-disability-certificate.ts";

const holder = `33990119650312042${identityCheckDigit("33990119650312042")}`;

describe("checkDisabilityCertificate", () => {
  it("reads the holder, the kind and the grade", () => {
    expect(checkDisabilityCertificate(` ${holder}42`)).toMatchObject({
      number: `${holder}42`,
      holder: { number: holder, birth: "1965-03-12", sex: "2" },
      kind: { zh: "肢体残疾" },
      grade: { zh: "二级" },
    });
  });

  it.each([
    ["", "LENGTH", "残疾人证号有 0 位，应为 20 位"],
    [holder, "LENGTH", "残疾人证号有 18 位，应为 20 位"],
    ["4".repeat(130), "LENGTH", "残疾人证号有 130 位，应为 20 位"],
    [`${holder}82`, "KIND", "第 19 位 8 不是残疾类别，应为 1 至 7"],
    [`${holder}45`, "GRADE", "第 20 位 5 不是残疾等级，应为 1 至 4"],
    [`${holder}𠮷2`, "KIND", "第 19 位 𠮷 不是残疾类别，应为 1 至 7"],
    [`99${holder.slice(2)}42`, "PROVINCE", "开头 99 不是省级区划代码"],
  ])("says of %o: %s", (text, fault, zh) => {
    expect(checkDisabilityCertificate(text)).toMatchObject({ fault, zh });
  });
});
