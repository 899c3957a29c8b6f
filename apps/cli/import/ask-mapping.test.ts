import { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { loadMapping, saveMapping } from "@mingbai/tabular/mapping/saved-mapping";
import { afterEach, describe, expect, it, vi } from "vitest";
import { askMapping, ImportCancelledError } from "./ask-mapping.ts";
import { ReadList } from "./read-list.ts";

const down = "\u001b[B";
const enter = "\r";
const escapeKey = "\u001b";

const list = async (text: string) => {
  const read = await ReadList.open(new TextEncoder().encode(text), {});
  return {
    name: "list.csv",
    facts: read.facts,
    guess: async (...input: Parameters<ReadList["guess"]>) => read.guess(...input),
  };
};

/** Answers each prompt, as soon as its words stand on the screen, with its keys. */
function person(answers: readonly (readonly [prompt: string, keys: readonly string[]])[]) {
  const input = new PassThrough();
  const output = new PassThrough();
  const waiting = [...answers];
  let screen = "";
  let seen = 0;
  output.setEncoding("utf8").on("data", (text: string) => {
    screen += stripVTControlCharacters(text);
    const [next] = waiting;
    const at = next === undefined ? -1 : screen.indexOf(next[0], seen);
    if (next === undefined || at === -1) return;
    seen = screen.length;
    waiting.shift();
    // The prompt listens after it has drawn itself.
    setImmediate(() => {
      for (const key of next[1]) input.write(key);
    });
  });
  return { input, output, screen: () => screen };
}

const spending = "Date,Gross,Net,Supplier\n28/03/2015,6.00,5.00,ACME LTD\n27/03/2015,7.00,6.00,ACME LTD\n";
/** Places of date, amount and so on among the fields that may be changed. */
const toAmount = Array.from({ length: 6 }, () => down);

afterEach(() => vi.unstubAllEnvs());

describe.each([
  [
    "en",
    { go: "Import with these columns?", field: "Which field?", column: "Which column holds it?", amount: "amount" },
  ],
  ["zh_CN.UTF-8", { go: "按这些列导入吗？", field: "更正哪一项？", column: "它在哪一列？", amount: "金额" }],
] as const)("the dialogue in %s", (language, words) => {
  it("shows the columns and takes them when they are confirmed", async () => {
    vi.stubEnv("MINGBAI_LANG", language);
    const { screen, ...terminal } = person([[words.go, [enter]]]);
    const mapping = await askMapping(await list(spending), {}, terminal);
    expect(mapping.columns).toMatchObject({ date: "Date", amount: "Gross", supplierName: "Supplier" });
    expect(screen()).toMatch(new RegExp(`${words.amount}\\s+Gross`));
  });

  it("lets a column be corrected, shows it again, and what was confirmed can be saved and read", async () => {
    vi.stubEnv("MINGBAI_LANG", language);
    const { screen, ...terminal } = person([
      [words.go, [down, enter]],
      [words.field, [...toAmount, enter]],
      [words.column, [down, down, enter]],
      [words.go, [enter]],
    ]);
    const mapping = await askMapping(await list(spending), {}, terminal);
    expect(mapping.columns).toMatchObject({ amount: "Net" });
    expect(screen()).toMatch(new RegExp(`${words.amount}\\s+Net`));
    expect(loadMapping(saveMapping(mapping))).toEqual(mapping);
  });

  it("imports nothing where the person stops", async () => {
    vi.stubEnv("MINGBAI_LANG", language);
    const stopped = person([[words.go, [down, down, enter]]]);
    await expect(askMapping(await list(spending), {}, stopped)).rejects.toThrow(ImportCancelledError);
    const left = person([[words.go, [escapeKey]]]);
    await expect(askMapping(await list(spending), {}, left)).rejects.toThrow(ImportCancelledError);
  });
});

describe("dates that can be read in two ways", () => {
  it("are asked before anything is confirmed", async () => {
    vi.stubEnv("MINGBAI_LANG", "en");
    const text = "Date,Amount,Supplier\n03/04/2015,6.00,ACME LTD\n05/06/2015,7.00,B LTD\n";
    const { screen, ...terminal } = person([
      ["can be read in two ways: all 2 dates fit both orders\n", [down, enter]],
      ["Import with these columns?", [enter]],
    ]);
    const mapping = await askMapping(await list(text), {}, terminal);
    expect(mapping.dates).toEqual({ date: "mdy" });
    expect(screen()).toContain("03/04/2015 is 2015-03-04");
  });
});
