import { describe, expect, it } from "vitest";
import { redialMs } from "./redial-ms.ts";

const limits = { redialMsMin: 100, redialMsMax: 5_000 };

describe("the wait before the next dial", () => {
  it.each([
    { failures: 0, random: 0, ms: 50 },
    { failures: 0, random: 0.5, ms: 75 },
    { failures: 1, random: 0, ms: 100 },
    { failures: 5, random: 0.5, ms: 2_400 },
    { failures: 6, random: 0, ms: 2_500 },
    { failures: 1_000_000, random: 0.998, ms: 4_995 },
  ])("is $ms ms after $failures failures with chance $random", ({ failures, random, ms }) => {
    expect(redialMs(failures, limits, random)).toBe(ms);
  });
});
