import { codeAt, type DivisionIndex, nameAt } from "./division-index.ts";
import { spanOf } from "./division-span.ts";
import type { DivisionName } from "./find-division.ts";
import { codeDigits } from "./levels.ts";

/**
 * The divisions directly in one, or the provinces, in the order of their codes. Of a city without counties they are its
 * streets. At most a few hundred: 99 cities or counties, 999 streets or villages.
 */
export function listChildren(index: DivisionIndex, code?: string): DivisionName[] {
  const children: DivisionName[] = [];
  const within = code === undefined ? undefined : spanOf(index, code.padEnd(codeDigits, "0"));
  const end = within?.to ?? index.codes.length;
  for (let at = within === undefined ? 0 : within.from + 1; at < end; ) {
    const child = { code: codeAt(index, at), name: nameAt(index, at) };
    children.push(child);
    at = spanOf(index, child.code).to;
  }
  return children;
}
