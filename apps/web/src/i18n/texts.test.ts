import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { appTexts } from "./texts.ts";

const zh: Record<string, string> = Object.assign({}, ...appTexts.map((part) => part.zh));
const en: Record<string, string> = Object.assign({}, ...appTexts.map((part) => part.en));
const han = /[\u3400-\u9fff]/;
/** Words that Chinese pages may write in Latin letters: codes, file types, names of formats and keys. */
const latinAllowed =
  /\b(Ctrl|CSV|Excel|xlsx|xls|PDF|OCDS|JSON|XML|camt|English|P|C2SP|tlog-proof|UTC|p50|p99|mingbai|import|payments|verify|JPEG|PNG|CEL|people)\b|\{\{[^}]*\}\}/g;
const sources = resolve(import.meta.dirname, "..");
const files = readdirSync(sources, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name));
const code = files.filter((name) => !/\btexts\.ts$|\.test\.|wrap-label|format-/.test(name));

describe("texts", () => {
  it("have every key in both languages", () => {
    const base = (keys: string[]) => keys.filter((key) => !key.endsWith("_one")).sort();
    expect(base(Object.keys(en))).toEqual(base(Object.keys(zh)));
  });

  it("have no Chinese in English but the name of the other language", () => {
    const mixed = Object.entries(en).filter(([key, text]) => han.test(text) && key !== "shell.language");
    expect(mixed).toEqual([]);
  });

  it("have no English in Chinese but codes and file types", () => {
    const mixed = Object.entries(zh).filter(([, text]) => /[A-Za-z]{2,}/.test(text.replaceAll(latinAllowed, "")));
    expect(mixed).toEqual([]);
  });

  it("fill the same blanks in both languages", () => {
    const blanks = (text = "") => [...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => name).sort();
    for (const key of Object.keys(zh)) expect(blanks(en[key]), key).toEqual(blanks(zh[key]));
  });

  it("speak as a good clerk: no exclamation marks, no 请稍候, no 操作成功", () => {
    expect(Object.values(zh).filter((text) => /[！!]|请稍候|操作成功|上链|哈希|你/.test(text))).toEqual([]);
  });

  it("are all used", () => {
    const all = code.map((name) => readFileSync(join(sources, name), "utf8")).join("\n");
    // A key that is put together names its fixed parts; what is filled in is one part of it.
    const built = [...all.matchAll(/`([\w.]+\.(?:[\w.]|\$\{[^{}`]*\})*)`/g)]
      .map(([, template = ""]) => template.replaceAll(".", "\\.").replaceAll(/\$\{[^}]*\}/g, "[^.]+"))
      .filter((pattern) => pattern.includes("[^.]+"));
    const pattern = new RegExp(`^(?:${[...new Set(built)].join("|")})$`);
    const unused = Object.keys(zh)
      .map((key) => key.replace(/_other$/, ""))
      .filter((key) => !all.includes(`"${key}"`) && !pattern.test(key));
    expect(unused).toEqual([]);
  });

  it("stand in text files, never in the pages' code", () => {
    const spoken = code.filter((name) =>
      readFileSync(join(sources, name), "utf8")
        .split("\n")
        .some((line) => han.test(line.replace(/\/\/.*|^\s*\/?\*.*/, ""))),
    );
    expect(spoken).toEqual([]);
  });
});
