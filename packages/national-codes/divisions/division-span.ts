import { type DivisionIndex, firstFrom } from "./division-index.ts";
import { codeDigits, levelDigits, levelOf } from "./levels.ts";

/** Positions of a division and all that lie in it: from the first, to the first outside. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export function spanOf(index: DivisionIndex, code: string): Span {
  const size = 10 ** (codeDigits - levelDigits[levelOf(code)]);
  return { from: firstFrom(index.codes, Number(code)), to: firstFrom(index.codes, Number(code) + size) };
}
