import { mockCase } from "@mingbai/testkit/browser/mock/mock-cases";
import { describe, expect, it } from "vitest";
import { whatBegins } from "./what-begins.ts";

const office = { may: ["registry.applyForEntry", "registry.proposeExit"] as const };
const open = { ...mockCase, stage: "heard" as const };
const ended = { ...mockCase, stage: "accepted" as const };

describe("the case that may be begun", () => {
  it.each([
    ["applying, where neither file nor cases say that it is monitored", "", [], null, "apply"],
    ["an exit, where the list that it came with says that it is", "3", [], null, "exit"],
    ["an exit, where a case took it in", "", [ended], "monitored", "exit"],
    ["applying, where it has left", "3", [ended], "left", "apply"],
    ["none, while one is open", "", [open], null, undefined],
  ] as const)("is %s", (_, monitored, rows, standing, begun) => {
    expect(whatBegins({ may: [...office.may], monitored }, { rows: [...rows], standing })).toBe(begun);
  });

  it("is none for who may not", () => {
    expect(whatBegins({ may: [], monitored: "" }, { rows: [], standing: null })).toBeUndefined();
    const own = { may: ["registry.applyForEntry" as const], monitored: "3" };
    expect(whatBegins(own, { rows: [], standing: null })).toBeUndefined();
  });
});
