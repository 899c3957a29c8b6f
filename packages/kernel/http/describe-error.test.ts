import { describe, expect, it } from "vitest";
import { describeError } from "./describe-error.ts";

describe("describeError", () => {
  it("says what went wrong and where", () => {
    const { type, message, stack } = describeError(new RangeError("height 7 is not there"));
    expect({ type, message }).toEqual({ type: "RangeError", message: "height 7 is not there" });
    expect(stack).toContain("describe-error.test.ts");
  });

  it("leaves out the database's own words, which quote what was asked", () => {
    const words = 'invalid input syntax for type bigint: "卢桂枝"';
    const error = Object.assign(new Error(words), { severity: "ERROR", code: "22P02", detail: words });
    const described = describeError(error);
    expect(described.code).toBe("22P02");
    expect(JSON.stringify(described)).not.toContain("卢桂枝");
  });
});
