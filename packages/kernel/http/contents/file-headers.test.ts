import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileHeaders } from "./file-headers.ts";
import { findFileName, fitFileName } from "./file-name.ts";

const kept = {
  file: "ab".repeat(32),
  digestOfCiphertext: "cd".repeat(32),
  bytes: 7,
  type: "image/png",
  untrusted: false,
};
const anyName = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...'../\\\0\r\n"%;\u202e\u200b\ud800\u{1f9fe}名'), maxLength: 60 }),
);

describe("fileHeaders", () => {
  it("spell any name in ASCII, from which it can be read back", () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const { "content-disposition": disposition = "" } = fileHeaders({ ...kept, name });
        expect(disposition).toMatch(/^inline; filename\*=UTF-8''[A-Za-z0-9!%._~-]*$/);
        expect(decodeURIComponent(disposition.split("''")[1] ?? "")).toBe(name.toWellFormed());
      }),
    );
  });

  it.each([
    ["image/png", false, "inline", "image/png"],
    ["text/plain; charset=gb18030", false, "inline", "text/plain; charset=gb18030"],
    ["image/tiff", false, "attachment", "image/tiff"],
    ["text/csv; charset=utf-8", false, "attachment", "text/csv; charset=utf-8"],
    ["application/pdf", true, "attachment", "application/octet-stream"],
    ["text/html", false, "attachment", "text/html"],
  ])("of type %j, untrusted %j: %s as %j", (type, untrusted, how, told) => {
    const headers = fileHeaders({ ...kept, type, untrusted, name: "a" });
    expect(headers["content-disposition"]?.startsWith(`${how};`)).toBe(true);
    expect(headers["content-type"]).toBe(told);
    expect(headers["content-security-policy"]).toBe("sandbox; default-src 'none'");
  });
});

describe("a file's name, whatever was sent", () => {
  it("has no folder, nothing unseen and no leading dot, is never empty, and stays itself when cleaned again", () => {
    fc.assert(
      fc.property(anyName, (given) => {
        const name = findFileName(encodeURIComponent(given.toWellFormed()));
        if (name === undefined) return;
        expect(name).toMatch(/^[^.\s/\\<>:"|?*\p{Cc}\p{Cf}][^/\\<>:"|?*\p{Cc}\p{Cf}]*$/u);
        expect(findFileName(encodeURIComponent(name))).toBe(name);
        expect(fitFileName(name, "application/pdf").toLowerCase()).toMatch(/\.pdf$/);
      }),
    );
  });

  it("is not looked at where it is no percent-encoding", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (header) => {
        const name = findFileName(header);
        expect(name === undefined || name.length > 0).toBe(true);
      }),
    );
  });
});
