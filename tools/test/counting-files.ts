import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { listFiles } from "../house/list-files.ts";
import { rootFolder } from "./root-folder.ts";

/** The test files that have larger counts for a run of their own: those that ask `@mingbai/testkit/deep` or `/net` for them. */
export async function countingFiles(run: "deep" | "net"): Promise<string[]> {
  const tests = (await listFiles(rootFolder)).filter((path) => /\.test\.tsx?$/.test(path));
  const texts = await Promise.all(tests.map((path) => readFile(join(rootFolder, path), "utf8")));
  const asks = new RegExp(`from "(@mingbai/testkit|\\.)/${run}(\\.ts)?"`);
  const files = tests.filter((_, index) => asks.test(texts[index] ?? ""));
  if (files.length === 0) throw new Error(`no test asks for the counts of check:${run}`);
  return files;
}
