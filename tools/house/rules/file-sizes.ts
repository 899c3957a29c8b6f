import type { Finding, Rule, Tree } from "../tree.ts";

const linesMax = 400;
const medianLinesMax = 80;
const largeLines = 250;
/** How many of a hundred files may be large; a table of texts or of cases is sometimes long. */
const largeShareMax = 0.04;

/** Files are short: none above 400 lines, the median under 80, few above 250. */
export const fileSizesRule: Rule = {
  name: "file sizes",
  check(tree) {
    const sizes = tree.sources.map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }));
    const tooLong = sizes
      .filter(({ lines }) => lines > linesMax)
      .map(({ path, lines }) => ({
        path,
        line: 1,
        what: `has ${lines} lines, at most ${linesMax}: split it by operation`,
      }));
    return [...tooLong, ...checkLarge(sizes), ...checkMedian(sizes)];
  },
};

type Size = { path: string; lines: number };

function checkLarge(sizes: readonly Size[]): Finding[] {
  const large = largeFiles(sizes);
  if (large.length <= Math.max(1, Math.floor(sizes.length * largeShareMax))) return [];
  return large.map(({ path, lines }) => ({
    path,
    line: 1,
    what: `has ${lines} lines; ${large.length} of ${sizes.length} files have more than ${largeLines}: split the largest`,
  }));
}

function largeFiles(sizes: readonly Size[]): Size[] {
  return sizes.filter(({ lines }) => lines > largeLines).sort((a, b) => b.lines - a.lines);
}

function checkMedian(sizes: readonly Size[]): Finding[] {
  const sorted = sizes.map(({ lines }) => lines).sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  if (median < medianLinesMax) return [];
  return [{ path: ".", line: 1, what: `the median file has ${median} lines; keep it under ${medianLinesMax}` }];
}

/** A line for the run: how many files, their median, and the large ones by name. */
export function describeSizes(tree: Tree): string {
  const sizes = tree.sources.map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }));
  const sorted = sizes.map(({ lines }) => lines).sort((a, b) => a - b);
  const large = largeFiles(sizes).map(({ path, lines }) => `${path} ${lines}`);
  return `${sizes.length} files, median ${sorted[Math.floor(sorted.length / 2)] ?? 0} lines; above ${largeLines}: ${large.join(", ") || "none"}`;
}
