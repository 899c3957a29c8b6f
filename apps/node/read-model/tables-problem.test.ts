import { describe, expect, it } from "vitest";
import { findTablesProblem } from "./tables-problem.ts";

const failed = (code: string) => Object.assign(new Error("x"), { code });

describe("a database that cannot be asked", () => {
  it.each([
    ["a table is not made yet", "42P01", "TABLES_NOT_READY"],
    ["a schema is not made yet", "3F000", "TABLES_NOT_READY"],
    ["the server ends", "57P01", "TABLES_AWAY"],
    ["nobody listens", "ECONNREFUSED", "TABLES_AWAY"],
    ["its socket is gone", "ENOENT", "TABLES_AWAY"],
  ])("is told where %s", (_, sqlState, code) => {
    expect(findTablesProblem(failed(sqlState))?.problem).toMatchObject({ code, status: 503 });
  });

  it("leaves faults of ours alone", () => {
    expect(findTablesProblem(failed("42601"))).toBeUndefined();
    expect(findTablesProblem("42P01")).toBeUndefined();
  });
});
