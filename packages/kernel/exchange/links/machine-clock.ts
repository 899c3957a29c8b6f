import type { Clock } from "../ports/clock.ts";

/** The machine's own time: it goes on while the wall clock is put right, and stands still for no one. */
export const machineClock: Clock = {
  now: () => performance.now(),
  after(delayMs, then) {
    const timer = setTimeout(then, delayMs);
    return () => clearTimeout(timer);
  },
};
