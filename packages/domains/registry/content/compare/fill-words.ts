import { factCodeWords } from "../facts/fact-words.ts";
import type { CompiledName, Named } from "./named-values.ts";
import type { ShownAs } from "./rule-set.ts";

export interface Words {
  readonly en: string;
  readonly zh: string;
}

const unknown: Words = { en: "(unknown)", zh: "（不详）" };

/** The words with `{name}` for each named value, written as its kind is in each language. */
export function fillWords(words: Words, names: readonly CompiledName[], named: Named): Words {
  const written = new Map<string, Words>();
  for (const [name, value] of Object.entries(named)) {
    const as = names.find((one) => one.name === name)?.as ?? "text";
    written.set(name, writeValue(value, as));
  }
  return { en: fill(words, written, "en"), zh: fill(words, written, "zh") };
}

function fill(words: Words, written: ReadonlyMap<string, Words>, language: keyof Words): string {
  return words[language].replace(/\{(\w+)\}/g, (_, name: string) => (written.get(name) ?? unknown)[language]);
}

function writeValue(value: string | number, as: ShownAs): Words {
  if (as === "code") return factCodeWords[value] ?? same(String(value));
  if (as === "day") return writeDay(String(value));
  if (typeof value === "string" || as === "count" || as === "text") return same(String(value));
  return same(writeHundredths(value, as === "fen"));
}

function same(text: string): Words {
  return { en: text, zh: text };
}

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** 2026-03-05 is 5 Mar 2026, and 2026 年 3 月 5 日. */
function writeDay(day: string): Words {
  const [year = "", month = "", date = ""] = day.split("-");
  const [monthNumber, dateNumber] = [Number(month), Number(date)];
  return {
    en: `${dateNumber} ${months[monthNumber - 1] ?? month} ${year}`,
    zh: `${year} 年 ${monthNumber} 月 ${dateNumber} 日`,
  };
}

/** Money always has its two places, an area only those that say something. */
function writeHundredths(hundredths: number, isMoney: boolean): string {
  const digits = String(Math.abs(hundredths)).padStart(3, "0");
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ",");
  const places = isMoney ? digits.slice(-2) : digits.slice(-2).replace(/0+$/, "");
  return `${hundredths < 0 ? "-" : ""}${whole}${places === "" ? "" : `.${places}`}`;
}
