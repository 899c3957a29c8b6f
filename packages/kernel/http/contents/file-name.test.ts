import { describe, expect, it } from "vitest";
import { findFileName, fitFileName } from "./file-name.ts";

describe("findFileName", () => {
  it.each([
    ["合同 (终稿).pdf", "合同 (终稿).pdf"],
    ["../../etc/passwd", "passwd"],
    ["C:\\Users\\x\\发票.png", "发票.png"],
    ["a/..", "file"],
    [".htaccess", "htaccess"],
    ["", "file"],
    ["   ", "file"],
    ["invoice\u202efdp.exe", "invoicefdp.exe"],
    ["zero\u200bwidth\ufeff.pdf", "zerowidth.pdf"],
    ["line\r\nSet-Cookie: a=b.pdf", "lineSet-Cookie_ a=b.pdf"],
    ["nul\0.pdf", "nul.pdf"],
    ['"><img src=x onerror=alert(1)>.pdf', "___img src=x onerror=alert(1)_.pdf"],
    ["Robert'); DROP TABLE files;--.pdf", "Robert'); DROP TABLE files;--.pdf"],
    ["𠮷野家🧾.pdf", "𠮷野家🧾.pdf"],
    ["%2e%2e.pdf", "%2e%2e.pdf"],
  ])("takes %j as the label %j", (given, name) => {
    expect(findFileName(encodeURIComponent(given))).toBe(name);
  });

  it.each([undefined, ["a", "b"], "%", "%ff", "%E4%BD", encodeURIComponent("长".repeat(86)), "x".repeat(100_000)])(
    "takes %j for no name",
    (header) => {
      expect(findFileName(header)).toBeUndefined();
    },
  );
});

describe("fitFileName", () => {
  it.each([
    ["a.pdf", "application/pdf", "a.pdf"],
    ["A.PDF", "application/pdf", "A.PDF"],
    ["a.exe", "application/pdf", "a.exe.pdf"],
    ["a", "image/jpeg", "a.jpg"],
    ["a.jpeg", "image/jpeg", "a.jpeg"],
    ["run.js", "text/plain; charset=utf-8", "run.js.txt"],
    ["a.html", "text/plain; charset=gb18030", "a.html.txt"],
    ["a.docm", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "a.docm.docx"],
  ])("%j of type %j is handed over as %j", (name, type, fitting) => {
    expect(fitFileName(name, type)).toBe(fitting);
  });
});
