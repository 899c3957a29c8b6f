import { describe, expect, it } from "vitest";
import { defineBench } from "./define-bench.ts";
import { figuresOf, runBench } from "./run-bench.ts";

function countingBench(figure: number, log: string[]) {
  return defineBench({
    name: "sample",
    unit: "lines/s",
    rounds: 3,
    full: 100,
    small: 1,
    prepare: async (size) => size,
    run: async (size) => {
      log.push(`ours ${size}`);
      return { figure: figure * 2, details: { p99Ms: 7 } };
    },
    peers: [
      {
        name: "rival",
        run: async (size) => {
          log.push(`rival ${size}`);
          return figure;
        },
      },
    ],
    close: async () => {
      log.push("closed");
    },
  });
}

describe("runBench", () => {
  it("runs ours and the peers in turn and closes what was prepared", async () => {
    const log: string[] = [];
    const result = await runBench(countingBench(10, log), "full");
    expect(log).toEqual([..."123"].flatMap(() => ["ours 100", "rival 100"]).concat("closed"));
    expect(result).toEqual({
      name: "sample",
      unit: "lines/s",
      median: 20,
      min: 20,
      max: 20,
      n: 3,
      details: { p99Ms: 7 },
      peers: [{ name: "rival", median: 10, ratio: 2 }],
    });
  });

  it("runs one round of the small size in a test run", async () => {
    const log: string[] = [];
    await runBench(countingBench(10, log), "small");
    expect(log).toEqual(["ours 1", "rival 1", "closed"]);
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])("refuses %d as a figure, and still closes", async (figure) => {
    const log: string[] = [];
    await expect(runBench(countingBench(figure, log), "small")).rejects.toThrow("no figure");
    expect(log.at(-1)).toBe("closed");
  });
});

describe("figuresOf", () => {
  it.each([
    { values: [3], expected: { median: 3, min: 3, max: 3, n: 1 } },
    { values: [10, 9, 100], expected: { median: 10, min: 9, max: 100, n: 3 } },
    { values: [4, 1, 2, 3], expected: { median: 2.5, min: 1, max: 4, n: 4 } },
  ])("sorts as numbers: $values", ({ values, expected }) => {
    expect(figuresOf(values)).toEqual(expected);
  });
});
