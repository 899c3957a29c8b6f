import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { textOf } from "./text.ts";
import { portalTexts } from "./texts.ts";

const { zh, en } = portalTexts;
const values = (text: string) => [...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => name).sort();
const root = join(import.meta.dirname, "..");
const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((name) => /^(parts|pages|[\w-]+\.ts)/.test(name) && name.endsWith(".ts") && !name.endsWith(".test.ts"))
  .map((name) => ({ name, text: readFileSync(join(root, name), "utf8") }));

describe("the portal's texts", () => {
  it("have the same values in both languages", () => {
    const other = Object.entries(zh).filter(
      ([key, text]) => `${values(text)}` !== `${values(en[key as keyof typeof zh])}`,
    );
    expect(other).toEqual([]);
  });

  it("have no English in Chinese but units, and no Chinese in English but the name of the other language", () => {
    const mixed = Object.entries(zh).filter(
      ([key, text]) => key !== "portal.other" && /[A-Za-z]{2,}/.test(text.replaceAll(/\{\{.*?\}\}|\bMB\b/g, "")),
    );
    expect(mixed).toEqual([]);
    const chinese = Object.entries(en).filter(([key, text]) => key !== "portal.other" && /\p{Script=Han}/u.test(text));
    expect(chinese).toEqual([]);
  });

  it("are all asked for, and no page writes words of its own", () => {
    const code = sources.map(({ text }) => text).join("\n");
    const families = [...code.matchAll(/`(portal\.[\w.]*)\$\{/g)].map(([, start = ""]) => start);
    const unused = Object.keys(zh)
      .map((key) => key.replace(/_other$/, ""))
      .filter((key) => !code.includes(`"${key}"`) && !families.some((start) => key.startsWith(start)));
    expect(unused).toEqual([]);
    expect(
      sources
        .filter(({ text }) => /\p{Script=Han}/u.test(text.replaceAll(/\/\*\*?.*?\*\/|\/\/.*/gs, "")))
        .map(({ name }) => name),
    ).toEqual([]);
  });

  it("fill in values and choose the plural", () => {
    expect(textOf("en")("portal.fund.open", { count: 1 })).toBe("See its 1 payment");
    expect(textOf("en")("portal.fund.open", { count: 1_234 })).toBe("See its 1,234 payments");
    expect(textOf("zh")("portal.payments.of", { fund: "$& {{count}}" })).toBe("$& {{count}}的付款");
  });
});
