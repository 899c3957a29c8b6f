import { VirtualClock } from "@mingbai/testkit/simulated-network/virtual-clock";
import { describe, expect, it } from "vitest";
import { type ClockBook, lookMs, RunClock } from "./run-clock.ts";
import { RunTimes } from "./run-times.ts";

const weekly = RunTimes.parse({ days: ["monday"], hour: 2 });
const daily = RunTimes.parse({ days: ["monday", "tuesday", "wednesday"], hour: 2 });
const startMs = Date.parse("2026-11-22T12:00+08:00");
const hourMs = 3_600_000;
const firstMs = Date.parse("2026-11-23T02:00+08:00");

/** Tables that nodes share, time that passes when told to, and nodes that begin runs there. */
function scene(times: RunTimes | undefined = weekly) {
  const clock = new VirtualClock();
  const set: { times: RunTimes | undefined } = { times };
  const table = { times: "", sinceMs: 0, nextMs: 0, isBusy: false };
  const slots: number[] = [];
  const begun: { readonly node: string; readonly slotMs: number; readonly atMs: number }[] = [];
  const troubles: unknown[] = [];
  const now = () => startMs + clock.now();
  const book: ClockBook = {
    async note({ times: noted, nextMs, nowMs }) {
      const text = JSON.stringify(noted);
      if (table.times !== text) table.sinceMs = nowMs;
      Object.assign(table, { times: text, nextMs });
      return { sinceMs: table.sinceMs, lastSlotMs: Math.max(0, ...slots) };
    },
    async forget() {
      Object.assign(table, { times: "", nextMs: 0 });
    },
  };
  const open = (node = "a", parts: Partial<ConstructorParameters<typeof RunClock>[0]> = {}): RunClock => {
    const one = new RunClock({
      clock,
      now,
      zoneOffsetMinutes: 480,
      readTimes: async () => set.times,
      book,
      async begin(slotMs) {
        if (table.isBusy) return false;
        // As the table of hours does: whoever is second finds it taken.
        if (!slots.includes(slotMs)) begun.push({ node, slotMs, atMs: now() });
        slots.push(slotMs);
        return true;
      },
      onTrouble: (error) => troubles.push(error),
      ...parts,
    });
    one.start();
    return one;
  };
  const pass = async (hours: number): Promise<void> => {
    await clock.run({ untilMs: clock.now() + hours * hourMs });
  };
  return { open, pass, set, table, begun, troubles };
}

describe("comparisons by the clock", () => {
  it("begin at their hour where the ledger is, once each", async () => {
    const { open, pass, begun, table } = scene();
    open();
    await pass(13);
    expect(begun).toEqual([]);
    expect(table.nextMs).toBe(firstMs);
    await pass(7 * 24);
    expect(begun).toEqual([{ node: "a", slotMs: firstMs, atMs: firstMs }]);
    expect(table.nextMs).toBe(firstMs + 7 * 24 * hourMs);
    await pass(24);
    expect(begun.map(({ slotMs }) => slotMs)).toEqual([firstMs, firstMs + 7 * 24 * hourMs]);
  });

  it("do not begin where no times are set, nor for an hour before they were", async () => {
    const { open, pass, set, begun, table } = scene();
    set.times = undefined;
    open();
    await pass(24);
    expect([begun, table.nextMs]).toEqual([[], 0]);
    set.times = weekly;
    await pass(24);
    expect(begun).toEqual([]);
    set.times = undefined;
    await pass(7 * 24);
    expect([begun, table.nextMs]).toEqual([[], 0]);
  });

  it("are made up for once after a node was down, however many hours went by", async () => {
    const { open, pass, begun } = scene(daily);
    const first = open();
    await pass(1);
    await first.close();
    await pass(3 * 24);
    const second = open();
    await pass(1);
    await second.close();
    open();
    await pass(1);
    expect(begun).toHaveLength(1);
    expect(begun[0]?.slotMs).toBe(firstMs + 2 * 24 * hourMs);
  });

  it("are begun by one of two nodes that share their tables", async () => {
    const { open, pass, begun } = scene();
    open("a");
    open("b");
    await pass(8 * 24);
    expect(begun).toHaveLength(2);
    expect(new Set(begun.map(({ slotMs }) => slotMs)).size).toBe(2);
  });

  it("wait while another run is going, and begin a look after it has ended", async () => {
    const { open, pass, begun, table } = scene();
    open();
    table.isBusy = true;
    await pass(20);
    expect(begun).toEqual([]);
    table.isBusy = false;
    await pass(1);
    expect(begun).toHaveLength(1);
    expect(begun[0]?.slotMs).toBe(firstMs);
    expect(begun[0]?.atMs).toBeLessThanOrEqual(startMs + 20 * hourMs + lookMs);
  });

  it("go on after what could not be read or begun", async () => {
    const { open, pass, begun, troubles } = scene();
    let isBroken = true;
    open("a", {
      async readTimes() {
        if (isBroken) throw new Error("departments.json: not JSON");
        return weekly;
      },
    });
    await pass(1);
    expect(troubles.length).toBeGreaterThan(0);
    isBroken = false;
    await pass(24);
    expect(begun).toHaveLength(1);
  });

  it("end with the node", async () => {
    const { open, pass, begun } = scene();
    await open().close();
    await pass(8 * 24);
    expect(begun).toEqual([]);
  });
});
