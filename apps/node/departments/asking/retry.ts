import { TakingFault } from "../taking-fault.ts";

export const triesMax = 6;
const firstWaitMs = 500;
const waitMsMax = 30_000;

/**
 * Does it again where a fault may pass: after half a second, then twice as long each time, or as long as the other side says, up to half a minute;
 * six times at most.
 */
export async function retry<Result>(
  work: () => Promise<Result>,
  { wait, signal }: { wait: (ms: number) => Promise<void>; signal: AbortSignal },
): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof TakingFault) || !error.mayPass || tries === triesMax || signal.aborted) throw error;
      const usualMs = firstWaitMs * 2 ** (tries - 1);
      await wait(Math.min(Math.max(error.retryAfterMs ?? 0, usualMs), waitMsMax));
    }
  }
}
