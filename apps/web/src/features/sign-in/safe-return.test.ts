import { describe, expect, it } from "vitest";
import { safeReturn } from "./safe-return.ts";

describe("where to go after signing in", () => {
  it.each([
    [null, "/"],
    ["", "/"],
    ["/work?box=overdue", "/work?box=overdue"],
    ["/sign-in?then=/work", "/"],
    ["https://elsewhere.example/", "/"],
    ["//elsewhere.example/", "/"],
    ["/\\elsewhere.example/", "/"],
    ["javascript:alert(1)", "/"],
    ["/%2F%2Felsewhere.example", "/%2F%2Felsewhere.example"],
  ])("%s: %s", (then, goes) => {
    expect(safeReturn(then)).toBe(goes);
  });
});
