/** The count for this run: `normal` in `npm test`, `deep` in `npm run check:deep`. */
export function deepCount(normal: number, deep: number): number {
  return process.env.MINGBAI_DEEP === "1" ? deep : normal;
}
