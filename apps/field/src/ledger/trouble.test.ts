import { ProblemError } from "@mingbai/sdk/problem-error";
import { describe, expect, it } from "vitest";
import { judgeTrouble } from "./trouble.ts";

const problem = (status: number, code: string) =>
  new ProblemError({ code, status, detailEn: "The node says no.", detailZh: "节点不答应" });

describe("what is to be done about a fault", () => {
  it.each([
    ["no answer", new TypeError("Failed to fetch"), "later"],
    ["a passkey turned down", new DOMException("declined", "NotAllowedError"), "later"],
    ["a full phone", new DOMException("full", "QuotaExceededError"), "later"],
    ["a busy node", problem(503, "BUSY"), "later"],
    ["too much in a minute", problem(429, "OVER_QUOTA"), "later"],
    ["an ended session", problem(401, "SESSION_NONE"), "signIn"],
    ["a page that has lost its session's mark", problem(403, "CSRF_WRONG"), "signIn"],
    ["a revoked key", problem(403, "KEY_NOT_IN_FORCE"), "refused"],
    ["another keeper", problem(403, "NOT_KEEPER"), "refused"],
    ["an erased file", problem(410, "SUBJECT_ERASED"), "refused"],
  ])("that is %s", (_what, fault, kind) => {
    expect(judgeTrouble(fault).kind).toBe(kind);
  });

  it("is told in the words of who refused", () => {
    const { trouble } = judgeTrouble(problem(403, "NOT_KEEPER"));
    expect(trouble).toEqual({ code: "NOT_KEEPER", en: "The node says no.", zh: "节点不答应" });
  });

  it("is nothing where the program is wrong: that is thrown on", () => {
    const bug = new RangeError("a bug");
    expect(() => judgeTrouble(bug)).toThrow(bug);
  });
});
