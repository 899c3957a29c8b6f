import { describe, expect, it } from "vitest";
import { defineTable, Table } from "../state/table.ts";
import { countWaiting, firstWaited, type Waiting } from "./waiting.ts";

const [sooner, later] = [999_999_999_999, 1_800_000_000_000];

describe("what waits for a moment", () => {
  it("is found by the first moment, and gone with the last that waited for it", () => {
    const table = new Table(defineTable<Waiting>("test.due"));
    expect(firstWaited(table)).toBeUndefined();
    for (const timeMs of [later, later, sooner]) countWaiting(table, timeMs, 1);
    expect(firstWaited(table)).toBe(sooner);
    countWaiting(table, sooner, -1);
    countWaiting(table, later, -1);
    expect(table.entries()).toEqual([[String(later), { waiting: 1 }]]);
    countWaiting(table, later, -1);
    expect(table.size).toBe(0);
  });

  it("is never less than nothing", () => {
    const table = new Table(defineTable<Waiting>("test.due"));
    expect(() => countWaiting(table, later, -1)).toThrow("less than nothing");
  });
});
