import { describe, expect, it, vi } from "vitest";
import { QueryProblem } from "../api/problem.ts";
import { askedTogether } from "./asked-together.ts";

const part = (error: Error | null, more: { isFetching?: boolean; dataUpdatedAt?: number } = {}) => ({
  error,
  isFetching: false,
  dataUpdatedAt: 7,
  refetch: vi.fn(),
  ...more,
});

describe("what is asked together", () => {
  it("has the first fault, is on its way while any part is, and is as old as its oldest", () => {
    const problem = new QueryProblem({ kind: "refused", code: "MAY_NOT", status: 403 });
    const asked = askedTogether([part(null), part(problem, { isFetching: true, dataUpdatedAt: 3 })], "all");
    expect(asked).toMatchObject({ data: "all", error: problem, isFetching: true, dataUpdatedAt: 3 });
  });

  it("is as of now where a part is not asked, and asks again for what failed alone", () => {
    const nowMs = Date.now();
    const [good, bad] = [part(null, { dataUpdatedAt: 0 }), part(new Error("cut off"), { dataUpdatedAt: 0 })];
    const asked = askedTogether([good, bad], undefined);
    expect(asked.dataUpdatedAt).toBeGreaterThanOrEqual(nowMs);
    asked.refetch();
    expect([good.refetch.mock.calls.length, bad.refetch.mock.calls.length]).toEqual([0, 1]);
  });
});
