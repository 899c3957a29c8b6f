const isNet = process.env.MINGBAI_NET === "1";
const hourMs = 3_600_000;

/** The count for this run: `normal` in `npm test`, `net` in `npm run check:net`. */
export function netCount(normal: number, net: number): number {
  return isNet ? net : normal;
}

/** Why a test for which `npm test` has no time does not run here, or undefined where it does. */
export const whyNotNet: string | undefined = isNet ? undefined : "only in npm run check:net";

/** How long `npm run check:net -- --soak HOURS` goes on with what befalls a network; 0 where no soak is wanted. */
export const soakMs: number = Number(process.env.MINGBAI_SOAK_HOURS ?? 0) * hourMs;
