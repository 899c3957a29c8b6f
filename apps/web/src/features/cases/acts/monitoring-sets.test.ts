import { describe, expect, it } from "vitest";
import { monitoringSets } from "./monitoring-sets.ts";

const values = { monitored: "3", monitoredOn: "2026-04-20" };

describe("what a decision changes in a file", () => {
  it("is the class, the day and the cause, where they were not so already", () => {
    const decided = { monitored: "3", monitoredOn: "2026-11-22", cause: "01" };
    expect(monitoringSets({ values }, decided)).toEqual({
      monitoredOn: { from: "2026-04-20", to: "2026-11-22" },
      cause: { to: "01" },
    });
  });

  it("empties what no longer holds, and says nothing of what never stood there", () => {
    expect(monitoringSets({ values }, { monitored: "", monitoredOn: "" })).toEqual({
      monitored: { from: "3" },
      monitoredOn: { from: "2026-04-20" },
    });
    expect(monitoringSets({ values: {} }, { monitored: "" })).toEqual({});
  });
});
