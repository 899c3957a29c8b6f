import { describe, expect, it } from "vitest";
import { safeReturn } from "./safe-return.ts";

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
