import { describe, expect, it } from "vitest";
import { type FieldMarks, reasonsOf, restFine, reviewState } from "./field-marks.ts";

const marks: FieldMarks = {
  title: { verdict: "fine" },
  invoices: { verdict: "wrong", reason: "differs from the contract", how: " write 3.00 " },
  files: { verdict: "wrong", reason: undefined, how: "" },
};

describe("a review", () => {
  it("counts what is fine, wrong, not looked at, and wrong without words", () => {
    expect(reviewState(marks)).toEqual({ fine: 1, wrong: 2, unseen: 5, unsaid: 1 });
  });

  it("lets the rest be fine without touching what was said", () => {
    expect(reviewState(restFine(marks))).toEqual({ fine: 6, wrong: 2, unseen: 0, unsaid: 1 });
  });

  it("signs the reason and how to correct it, field by field", () => {
    expect(reasonsOf(marks, ": ")).toEqual([
      { field: "invoices", text: "differs from the contract: write 3.00" },
      { field: "files", text: "" },
    ]);
  });
});
