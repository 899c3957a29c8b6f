import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "./run-cli.ts";
import { openAccounts, openSmallLedger, writeSmallKeys } from "./small-ledger.ts";

const guide = await readFile(join(import.meta.dirname, "../../../docs/guides/cli.md"), "utf8");
const prefix = "npx mingbai ";
const examples = [...guide.matchAll(/^```sh run\n(.*?)^```/gms)].flatMap(([, block = ""]) => block.trim().split("\n"));
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-guide-"));
  const ledger = await openSmallLedger(join(folder, ".mingbai/node"));
  await openAccounts(ledger, "guide", 3);
  await ledger.close();
  await writeSmallKeys(join(folder, ".mingbai/node"), "of a test");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the guide to the command line", () => {
  it("has examples that end well, one after another", async () => {
    expect(examples.length).toBeGreaterThan(4);
    for (const example of examples) {
      expect(example.startsWith(prefix)).toBe(true);
      const { code, out, err } = await runCli(example.slice(prefix.length).split(" "), {}, folder);
      expect(code, `${example}\n${out}${err}`).toBe(0);
    }
  });

  it("names every command that there is", async () => {
    const { out } = await runCli(["--help"]);
    const commands = [...out.matchAll(/^ {2}([a-z-]+)( \[options\])?( [<[]| {2})/gm)].map(([, name]) => name);
    expect(commands.length).toBeGreaterThan(9);
    for (const name of commands.filter((known) => known !== "help")) expect(guide).toContain(`\`${name}`);
  });
});
