import { describe, expect, it } from "vitest";
import { closingLine, oneCheck, sumCounts } from "./counts.ts";
import { countReport } from "./vitest-step.ts";

const file = (status: string, ...tests: string[]) => ({
  name: "a.test.ts",
  status,
  message: "did not load",
  assertionResults: tests.map((test) => ({
    fullName: `is ${test}`,
    status: test,
    failureMessages: test === "failed" ? ["expected 1 to be 2\n\n at a.test.ts:3"] : [],
  })),
});

describe("countReport", () => {
  it.each([
    {
      name: "tests by their status",
      files: [file("failed", "passed", "failed", "skipped", "todo")],
      exitCode: 1,
      line: "1 passed, 1 failed, 2 skipped",
    },
    {
      name: "a file that did not load",
      files: [file("failed"), file("passed", "passed")],
      exitCode: 1,
      line: "1 passed, 1 failed, 0 skipped",
    },
    {
      name: "an error outside any test",
      files: [file("passed", "passed")],
      exitCode: 1,
      line: "1 passed, 1 failed, 0 skipped",
    },
    { name: "nothing amiss", files: [file("passed", "passed")], exitCode: 0, line: "1 passed, 0 failed, 0 skipped" },
  ])("counts $name", ({ files, exitCode, line }) => {
    expect(closingLine(countReport({ testResults: files }, exitCode))).toBe(line);
  });

  it("names what failed, with the reason", () => {
    const files = [file("failed", "failed"), file("failed")];
    expect(countReport({ testResults: files }, 1).failedNames).toEqual([
      "a.test.ts: is failed\n    expected 1 to be 2\n     at a.test.ts:3",
      "a.test.ts\n    did not load",
    ]);
  });

  it("names what was skipped", () => {
    expect(countReport({ testResults: [file("passed", "skipped")] }, 0).skippedNames).toEqual([
      "a.test.ts: is skipped",
    ]);
  });
});

describe("sumCounts", () => {
  it("adds up checks and tests", () => {
    expect(
      closingLine(
        sumCounts([oneCheck("a", true), oneCheck("b", false), { passed: 4, failedNames: [], skippedNames: ["x"] }]),
      ),
    ).toBe("5 passed, 1 failed, 1 skipped");
  });
});
