import { findBytes, type SoughtBytes, soughtBytes } from "./byte-search.ts";
import { codeAt, type DivisionIndex, firstFrom } from "./division-index.ts";
import { spanOf } from "./division-span.ts";
import { type Division, findDivision } from "./find-division.ts";
import { codeDigits, type DivisionLevel, levelOf } from "./levels.ts";

export interface DivisionQuery {
  /** A part of the name; surrounding spaces do not count. */
  readonly text: string;
  /** Only in this division: a code that `checkDivisionCode` accepts. */
  readonly within?: string;
  readonly level?: DivisionLevel;
  /** At most so many, and never more than `foundMax`. */
  readonly limit?: number;
}

export const foundMax = 100;
export const queryCharsMax = 40;
const lineFeed = 0x0a;
const bytes = new TextEncoder();

/**
 * Divisions whose names contain a text: those that begin with it first, then the others, each in the order of their codes.
 * Names are compared as bytes, which is as characters: UTF-8 of one never begins within another.
 */
export function searchDivisions(index: DivisionIndex, query: DivisionQuery): Division[] {
  const sought = bytes.encode(query.text.trim());
  if (sought.length === 0 || query.text.length > queryCharsMax || sought.includes(lineFeed)) return [];
  const limit = Math.min(query.limit ?? foundMax, foundMax);
  const begins: string[] = [];
  const contains: string[] = [];
  for (const { position, isStart } of matches(index, query.within, soughtBytes(sought))) {
    const list = isStart ? begins : contains;
    if (list.length === limit) continue;
    const code = codeAt(index, position);
    if (query.level === undefined || levelOf(code) === query.level) list.push(code);
    if (begins.length === limit) break;
  }
  return [...begins, ...contains].slice(0, limit).flatMap((code) => findDivision(index, code) ?? []);
}

interface Match {
  readonly position: number;
  readonly isStart: boolean;
}

/** Each division once, at the first place in its name. */
function* matches(index: DivisionIndex, within: string | undefined, sought: SoughtBytes): Generator<Match> {
  const { from, to } = within === undefined ? whole(index) : spanOf(index, within.padEnd(codeDigits, "0"));
  const end = index.starts[to] ?? 0;
  let at = index.starts[from] ?? end;
  while (true) {
    at = findBytes(index.names, sought, at, end);
    if (at < 0) return;
    const position = firstFrom(index.starts, at + 1) - 1;
    yield { position, isStart: index.starts[position] === at };
    at = index.starts[position + 1] ?? end;
  }
}

function whole(index: DivisionIndex) {
  return { from: 0, to: index.codes.length };
}
