import { describe, expect, it } from "vitest";
import { isOtherApplication, safeReturn } from "./safe-return.ts";

describe("where to go after signing in", () => {
  it.each([
    [null, "/work"],
    ["", "/work"],
    ["/work?box=overdue", "/work?box=overdue"],
    ["/sign-in?then=/work", "/work"],
    ["https://elsewhere.example/", "/work"],
    ["//elsewhere.example/", "/work"],
    ["/\\elsewhere.example/", "/work"],
    ["javascript:alert(1)", "/work"],
    ["/%2F%2Felsewhere.example", "/%2F%2Felsewhere.example"],
  ])("%s: %s", (then, goes) => {
    expect(safeReturn(then)).toBe(goes);
  });
});

describe("an address after signing in", () => {
  it.each([
    ["/field/", true],
    ["/field", true],
    ["/public/check", true],
    ["/fields", false],
    ["/work", false],
  ])("%s is another application's: %s", (path, isOther) => {
    expect(isOtherApplication(path)).toBe(isOther);
  });
});
