import { describe, expect, it } from "vitest";
import { boxesFor, boxIn } from "./desk-boxes.ts";

describe("the parts of the desk", () => {
  it.each([
    [["supplier"], ["own"]],
    [["individual"], ["own"]],
    [["projectManager"], ["own"]],
    [["financeSupervisor"], ["waiting", "own", "all"]],
    [["regulator"], ["all"]],
    [["administrator"], []],
  ] as const)("of %o are %o", (roles, boxes) => {
    expect(boxesFor(roles)).toEqual(boxes);
  });

  it("are what the address asks for, or the first where that is not the reader's", () => {
    const boxes = boxesFor(["financeSupervisor"]);
    expect(boxIn("own", boxes)).toBe("own");
    expect(boxIn("elsewhere", boxes)).toBe("waiting");
    expect(boxIn("waiting", boxesFor(["regulator"]))).toBe("all");
    expect(boxIn(null, [])).toBeUndefined();
  });
});
