import { anonymousReader } from "@mingbai/http/query-route";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readToQuery } from "./read-to-query.ts";

const waitMsMax = 5_000;
const waitingMax = 1_000;

/** Tables at height 4; `come` brings them to another. */
function tables() {
  let height = 4;
  let waiting: { height: number; resolve: () => void }[] = [];
  const query = readToQuery({
    get position() {
      return { next: 0, height, timeMs: height * 10 };
    },
    readTo: (wanted, signal) =>
      new Promise((resolve) => {
        if (wanted <= height) resolve();
        waiting.push({ height: wanted, resolve });
        signal.addEventListener("abort", () => resolve());
      }),
  });
  const come = (to: number) => {
    height = to;
    for (const one of waiting) if (one.height <= to) one.resolve();
    waiting = waiting.filter((one) => one.height > to);
  };
  return {
    ask: (wanted: number) => query.answer({ height: wanted }, anonymousReader),
    come,
    waiting: () => waiting.length,
  };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(AbortSignal, "timeout").mockImplementation((ms) => {
    const control = new AbortController();
    setTimeout(() => control.abort(), ms);
    return control.signal;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("how far the tables have read", () => {
  it("is answered at once where they are there", async () => {
    expect(await tables().ask(4)).toEqual({ height: 4, timeMs: 40 });
  });

  it("is answered when they come to the height that was asked for", async () => {
    const { ask, come } = tables();
    const answer = ask(6);
    come(5);
    come(6);
    expect(await answer).toEqual({ height: 6, timeMs: 60 });
  });

  it("is answered with where they are when that takes too long", async () => {
    const answer = tables().ask(6);
    await vi.advanceTimersByTimeAsync(waitMsMax);
    expect(await answer).toEqual({ height: 4, timeMs: 40 });
  });

  it("is answered at once to whoever asks while too many wait", async () => {
    const { ask, come, waiting } = tables();
    const early = Array.from({ length: waitingMax }, () => ask(6));
    expect(await ask(6)).toEqual({ height: 4, timeMs: 40 });
    expect(waiting()).toBe(waitingMax);
    come(6);
    await Promise.all(early);
    const late = ask(7);
    expect(waiting()).toBe(1);
    come(7);
    expect(await late).toMatchObject({ height: 7 });
  });
});
