import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { disconnect, KeptProcess } from "./kept-process.ts";

const backOffMs = { min: 100, max: 300 };
const obeys = 'process.on("disconnect", () => process.exit()); process.send("here");';
const ignores = 'process.on("disconnect", () => undefined); setInterval(() => undefined, 1000); process.send("here");';

let started: ChildProcess[] = [];
const starting = (code: string) => () => {
  const child = spawn(process.execPath, ["-e", code], { stdio: ["ignore", "ignore", "ignore", "ipc"] });
  started.push(child);
  return child;
};
const missing = () => {
  const child = spawn("/nowhere/at-all", []);
  started.push(child);
  return child;
};

beforeEach(() => {
  started = [];
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
  for (const child of started) child.kill("SIGKILL");
});

/** Kills the process and says how long it stays down, ms. */
async function downMs(kept: KeptProcess): Promise<number> {
  const { child } = kept;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
  for (let ms = 0; ; ms++) {
    if (kept.child !== child) return ms;
    vi.advanceTimersByTime(1);
  }
}

describe("a process that is kept running", () => {
  it("stays down longer with each death in a row, and as short as at first once it worked", async () => {
    const kept = new KeptProcess({ start: starting(obeys), end: disconnect, backOffMs });
    expect([await downMs(kept), await downMs(kept), await downMs(kept), await downMs(kept)]).toEqual([
      100, 200, 300, 300,
    ]);
    kept.works();
    expect(await downMs(kept)).toBe(100);
    await kept.stop();
  });

  it("is started again where it could not be started at all", async () => {
    const kept = new KeptProcess({ start: missing, end: disconnect, backOffMs });
    for (const wait of [100, 200]) {
      const before = kept.child;
      await vi.waitUntil(() => vi.getTimerCount() > 0);
      vi.advanceTimersByTime(wait);
      expect(kept.child).not.toBe(before);
    }
    await kept.stop();
  });

  it("ends as it is asked to, and is not started again", async () => {
    const kept = new KeptProcess({ start: starting(obeys), end: disconnect, backOffMs });
    await once(kept.child, "message");
    await kept.stop();
    const killed = vi.spyOn(kept.child, "kill");
    vi.advanceTimersByTime(20_000);
    expect([kept.child.exitCode, killed.mock.calls, started.length]).toEqual([0, [], 1]);
  });

  it("is killed where it does not end", async () => {
    const kept = new KeptProcess({ start: starting(ignores), end: disconnect, backOffMs });
    await once(kept.child, "message");
    const stopped = kept.stop();
    vi.advanceTimersByTime(20_000);
    await stopped;
    expect([kept.child.signalCode, started.length]).toEqual(["SIGKILL", 1]);
  });

  it("stays down where it is stopped between two lives", async () => {
    const kept = new KeptProcess({ start: starting(obeys), end: disconnect, backOffMs });
    const ended = once(kept.child, "exit");
    kept.child.kill("SIGKILL");
    await ended;
    await kept.stop();
    vi.advanceTimersByTime(backOffMs.max);
    expect(started).toHaveLength(1);
  });
});
