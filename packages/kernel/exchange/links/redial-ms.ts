import type { LinkLimits } from "./limits.ts";

/**
 * How long to wait before the next dial: doubled with each failure up to a bound, of which the upper half is left to chance
 * (`random` in [0, 1)), so that members that lost one another together do not all come back in the same moment.
 */
export function redialMs(
  failures: number,
  { redialMsMin, redialMsMax }: Pick<LinkLimits, "redialMsMin" | "redialMsMax">,
  random: number,
): number {
  const doubled = Math.min(redialMsMax, redialMsMin * 2 ** Math.min(failures, 30));
  return doubled / 2 + (doubled / 2) * random;
}
