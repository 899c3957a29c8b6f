import { describe, expect, it } from "vitest";
import { maskSource } from "./mask-source.ts";

describe("maskSource", () => {
  it.each([
    { name: "a line comment", text: "a(); // Date\nb", code: "a();        \nb" },
    { name: "a block comment over lines", text: "a /* Date\nDate */ b", code: "a        \n        b" },
    { name: "a string", text: 'f("Date", 1)', code: 'f("    ", 1)' },
    { name: "an escaped quote", text: String.raw`f("a\"b", Date)`, code: 'f("    ", Date)' },
    { name: "a comment mark in a string", text: 'f("//x") + Date', code: 'f("   ") + Date' },
    { name: "a quote in a comment", text: "// don't\nDate", code: "        \nDate" },
    { name: "a template with a hole", text: "`a §{Date + `b §{c}`} d`", code: "`  §{Date + `  §{c}`}  `" },
    { name: "an object in a hole", text: "`§{f({ a: 1 })}x`", code: "`§{f({ a: 1 })} `" },
    { name: "a regular expression", text: 'x = /[/"]Date/g;', code: "x =           g;" },
    { name: "a regular expression after return", text: "return /'/;", code: "return    ;" },
    { name: "a division", text: "a / b / Date", code: "a / b / Date" },
    { name: "a closing tag with an apostrophe", text: "<p>don't</p> Date", code: "<p>don't</p> Date" },
    { name: "an unfinished string", text: 'f("a\nDate', code: 'f(" \nDate' },
  ])("blanks out $name", ({ text, code }) => {
    // § stands for the dollar sign, which in a plain string looks like a forgotten template.
    expect(maskSource(text.replaceAll("§", "$")).code).toBe(code.replaceAll("§", "$"));
  });

  it("keeps comments and strings with their places", () => {
    const masked = maskSource('a("b"); // c');
    expect(masked.strings).toEqual([{ start: 3, text: "b" }]);
    expect(masked.comments).toEqual([{ start: 8, text: "// c" }]);
  });
});
