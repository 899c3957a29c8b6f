import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { MailRounds } from "./mail-rounds.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("rounds of mail", () => {
  it("go on after one that failed, which is told", async () => {
    const told: unknown[] = [];
    let rounds = 0;
    const round = async () => {
      if (++rounds === 1) throw new Error("tables away");
    };
    const all = new MailRounds({ round, everyMs: 1_000, onTrouble: (error) => told.push(error) });
    await vi.advanceTimersByTimeAsync(3_500);
    expect([rounds, told]).toEqual([3, [new Error("tables away")]]);
    await all.close();
  });

  it("never overlap, and end with the one that runs", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    let rounds = 0;
    const round = () => {
      rounds++;
      return promise;
    };
    const all = new MailRounds({ round, everyMs: 1_000, onTrouble: () => undefined });
    await vi.advanceTimersByTimeAsync(10_000);
    let isClosed = false;
    const closing = all.close().then(() => {
      isClosed = true;
    });
    await vi.advanceTimersByTimeAsync(1_000);
    expect([rounds, isClosed]).toEqual([1, false]);
    resolve();
    await closing;
    await vi.advanceTimersByTimeAsync(10_000);
    expect([rounds, isClosed]).toEqual([1, true]);
  });
});
