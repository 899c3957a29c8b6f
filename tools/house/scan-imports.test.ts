import { describe, expect, it } from "vitest";
import { maskSource } from "./mask-source.ts";
import { scanImports } from "./scan-imports.ts";

const found = (text: string) =>
  scanImports(maskSource(text)).map(({ specifier, typeOnly, isReexport }) =>
    [specifier, typeOnly && "type", isReexport && "passed on"].filter(Boolean).join(" "),
  );

describe("scanImports", () => {
  it.each([
    { text: 'import { a, type B } from "x";', expected: ["x"] },
    { text: 'import type { A } from "x";', expected: ["x type"] },
    { text: 'import a, * as b from "x"', expected: ["x"] },
    { text: 'import {\n  a,\n  b,\n} from "x";\nimport "y";', expected: ["x", "y"] },
    {
      text: 'export { a } from "x"; export * from "y"; export type { T } from "z";',
      expected: ["x passed on", "y passed on", "z type passed on"],
    },
    { text: 'const a = await import("x");', expected: ["x"] },
    { text: 'export const a = "x";\nexport function f() { return "from"; }', expected: [] },
    { text: '// import "x"\nconst s = \'import "y"\';', expected: [] },
    { text: 'import a from "x" with { type: "json" };', expected: ["x"] },
    { text: 'new URL("./x.ts", import.meta.url);', expected: [] },
  ])("reads $text", ({ text, expected }) => {
    expect(found(text)).toEqual(expected);
  });
});
