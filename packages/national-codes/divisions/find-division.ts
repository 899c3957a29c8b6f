import { type DivisionIndex, findPosition, nameAt } from "./division-index.ts";
import { codeDigits, codesAbove, type DivisionLevel, levelOf } from "./levels.ts";

export interface DivisionName {
  readonly code: string;
  readonly name: string;
}

export interface Division extends DivisionName {
  readonly level: DivisionLevel;
  /** From the province down. */
  readonly parents: readonly DivisionName[];
}

/** The division of a code that `checkDivisionCode` accepts, with what it lies in. */
export function findDivision(index: DivisionIndex, code: string): Division | undefined {
  const full = code.padEnd(codeDigits, "0");
  const named = findName(index, full);
  if (named === undefined) return undefined;
  const parents = codesAbove(full).flatMap((above) => findName(index, above) ?? []);
  return { ...named, level: levelOf(full), parents };
}

function findName(index: DivisionIndex, code: string): DivisionName | undefined {
  const position = findPosition(index, code);
  return position === undefined ? undefined : { code, name: nameAt(index, position) };
}
