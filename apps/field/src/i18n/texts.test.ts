import { describe, expect, it } from "vitest";
import { isTextKey, textOf } from "./text-of.ts";
import { fieldTexts } from "./texts.ts";

const han = /[\u3400-\u9fff]/;

describe("the phone's texts", () => {
  it("have every key in both languages", () => {
    const base = (keys: string[]) => keys.filter((key) => !key.endsWith("_one")).sort();
    expect(base(Object.keys(fieldTexts.en))).toEqual(base(Object.keys(fieldTexts.zh)));
  });

  it("mix no language into the other but for its own name and units", () => {
    const mixed = [
      ...Object.entries(fieldTexts.en).filter(([key, text]) => han.test(text) && key !== "me.language"),
      ...Object.entries(fieldTexts.zh).filter(
        ([key, text]) => key !== "me.language" && /[A-Za-z]{2,}/.test(text.replace(/\{\{\w+\}\}|MB/g, "")),
      ),
    ];
    expect(mixed).toEqual([]);
  });

  it("neither praise nor shout", () => {
    const all = [...Object.values(fieldTexts.zh), ...Object.values(fieldTexts.en)];
    expect(all.filter((text) => /[!！]|成功|请稍候/.test(text))).toEqual([]);
  });

  it("are filled with values and bent to their number", () => {
    const t = textOf("en");
    expect(t("list.people", { count: 1 })).toBe("1 person");
    expect(t("list.people", { count: 3 })).toBe("3 people");
    expect(textOf("zh")("visit.saved", { clock: "14:05" })).toBe("已存手机 14:05");
    expect([isTextKey("record.do.NOT_KEEPER"), isTextKey("record.do.toString")]).toEqual([true, false]);
  });
});
