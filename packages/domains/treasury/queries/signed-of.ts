import type { Signed } from "../views/bank-close.ts";

/** Who signed, or null where nobody has yet. */
export function signedOf(found: { readonly [Name in keyof Signed]: Signed[Name] | null }): Signed | null {
  const { account, organisation, transaction, height, timeMs } = found;
  if (account === null || organisation === null || transaction === null || height === null || timeMs === null)
    return null;
  return { account, organisation, transaction, height, timeMs };
}
