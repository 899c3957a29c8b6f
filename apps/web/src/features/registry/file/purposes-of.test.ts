import { describe, expect, it } from "vitest";
import type { SessionRole } from "../../../session/session.ts";
import { purposesOf, usualPurpose } from "./purposes-of.ts";

describe("what somebody opens files for", () => {
  it.each<[readonly SessionRole[], string | null, string | undefined]>([
    [["auditor"], null, "audit"],
    [["regulator"], "visit", "supervision"],
    [["individual"], null, "own"],
    [["gridWorker"], null, undefined],
    [["gridWorker"], "assistance", "assistance"],
    [["leader"], "audit", undefined],
    [["supplier"], "visit", undefined],
  ])("is for %j, who chose %s before, %s", (roles, chosen, purpose) => {
    expect(usualPurpose(roles, chosen)).toBe(purpose);
  });

  it("names each purpose once for whoever holds several roles", () => {
    expect(purposesOf(["gridWorker", "leader"])).toEqual(["visit", "entry", "assistance", "review", "comparison"]);
  });
});
