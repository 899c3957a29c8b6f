const isDeep = process.env.MINGBAI_DEEP === "1";

/** The count for this run: `normal` in `npm test`, `deep` in `npm run check:deep`. */
export function deepCount(normal: number, deep: number): number {
  return isDeep ? deep : normal;
}

/** Why a test for which `npm test` has no time does not run here, or undefined where it does. */
export const whyNotDeep: string | undefined = isDeep ? undefined : "only in npm run check:deep";
