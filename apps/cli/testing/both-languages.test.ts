import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCli } from "./run-cli.ts";

const root = join(import.meta.dirname, "..");
const files = globSync("**/*.ts", { cwd: root }).filter(
  (path) => !/\.test\.ts$|^(node_modules|testing|import)\//.test(path),
);
/** A text for people that stands in the code as it is: in a description, beside an option, in an error. */
const bare = [
  /\.description\(\s*["`]/g,
  /\.(?:requiredOption|option|argument)\(\s*"[^"]*",\s*["`]/g,
  /(?:Error|InvalidArgumentError)\(\s*["`]/g,
  /readPassphrase\(\s*["`]/g,
];

describe("what the command line says", () => {
  it.each(files)("%s says in both languages", (path) => {
    const source = readFileSync(join(root, path), "utf8");
    expect(bare.flatMap((text) => source.match(text) ?? [])).toEqual([]);
  });

  it("is Chinese where the machine's language is", async () => {
    for (const command of [[], ["backup"], ["verify"]]) {
      const { out } = await runCli([...command, "--help"], { MINGBAI_LANG: "zh_CN.UTF-8" });
      expect(out, command.join(" ")).toMatch(/[\u4e00-\u9fff]{4}/);
    }
  });
});
