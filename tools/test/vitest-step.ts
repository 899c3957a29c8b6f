import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import type { Counts } from "./counts.ts";
import { rootFolder } from "./root-folder.ts";
import { runProcess } from "./run-process.ts";

const Report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()) }),
      ),
    }),
  ),
});
type Report = z.infer<typeof Report>;

const reasonLinesMax = 12;

/** Runs vitest over `files` (all test files when empty) and counts what it reports. */
export async function runVitest(files: readonly string[], flags: readonly string[], env: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), "mingbai-test-"));
  try {
    const reportPath = join(folder, "report.json");
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportPath}`];
    const args = ["run", ...reporters, ...flags, ...files];
    const exitCode = await runProcess("node_modules/vitest/vitest.mjs", args, env);
    return countReport(Report.parse(JSON.parse(await readFile(reportPath, "utf8"))), exitCode);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Counts a report of vitest. A file that did not load and an error outside any test each count as a failure. */
export function countReport(report: Report, exitCode: number): Counts {
  const tests = report.testResults.flatMap((file) =>
    file.assertionResults.map((test) => ({ ...test, name: `${fileName(file)}: ${test.fullName.trim()}` })),
  );
  const brokenFiles = report.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  const failedNames = [
    ...tests
      .filter((test) => test.status === "failed")
      .map((test) => withReason(test.name, test.failureMessages.join("\n"))),
    ...brokenFiles.map((file) => withReason(fileName(file), file.message)),
  ];
  return {
    passed: tests.filter((test) => test.status === "passed").length,
    failedNames: exitCode !== 0 && failedNames.length === 0 ? ["an error outside any test"] : failedNames,
    skippedNames: tests.filter((test) => !["passed", "failed"].includes(test.status)).map((test) => test.name),
  };
}

const fileName = (file: { name: string }) => file.name.replace(`${rootFolder}/`, "");

/** `name` and, indented below it, the first lines of why: a log of which only the end is kept still says it. */
function withReason(name: string, message: string): string {
  const lines = message.split("\n").filter((line) => line.trim() !== "");
  return [name, ...lines.slice(0, reasonLinesMax)].join("\n    ");
}
