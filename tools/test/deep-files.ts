import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { listFiles } from "../house/list-files.ts";
import { rootFolder } from "./root-folder.ts";

/** The test files that have large counts: those that ask `@mingbai/testkit/deep` for them. */
export async function deepFiles(): Promise<string[]> {
  const tests = (await listFiles(rootFolder)).filter((path) => /\.test\.tsx?$/.test(path));
  const texts = await Promise.all(tests.map((path) => readFile(join(rootFolder, path), "utf8")));
  return tests.filter((_, index) => /from "(@mingbai\/testkit|\.)\/deep(\.ts)?"/.test(texts[index] ?? ""));
}
