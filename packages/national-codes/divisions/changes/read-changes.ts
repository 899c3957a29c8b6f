import { type CodeFault, faultsOf, isFault } from "../../fault.ts";
import { isCalendarDay } from "../../text/is-calendar-day.ts";
import { checkDivisionCode } from "../check-division-code.ts";
import type { BegunDivision, DivisionChange, EndedDivision } from "./division-change.ts";

export const changesFaults = {
  LINE: { en: "Line {line} is no decree and no division: {text}", zh: "第 {line} 行既不是批复也不是区划：{text}" },
  DAY: { en: "Line {line}: there is no such day as {day}.", zh: "第 {line} 行：没有 {day} 这一天" },
  NO_DECREE: { en: "Line {line} stands before any decree.", zh: "第 {line} 行之前没有写批复" },
  CODE: { en: "Line {line}: {code} is no division code.", zh: "第 {line} 行：{code} 不是区划代码" },
} as const;

export type ChangesFault = CodeFault<keyof typeof changesFaults>;

const fault = faultsOf(changesFaults);
const decreeLine = /^(\d{4})-(\d{2})-(\d{2}) (.+)$/;
const endedLine = /^- (\d+) ([^<>]+?)(?: > ([\d ]+))?$/;
const begunLine = /^\+ (\d+) ([^<>]+?)(?: < ([\d ]+))?$/;

interface OpenChange {
  readonly day: string;
  readonly source: string;
  readonly ended: EndedDivision[];
  readonly begun: BegunDivision[];
}

/**
 * Reads changes as people write them, so that a county adds its own streets and villages: a line with the day and the decree,
 * then a line for each division that ended (`- code name > codes it went into`) or began (`+ code name < codes it came from`).
 * Codes have 6, 9 or 12 digits; empty lines and lines after `#` are for readers. The first fault ends it.
 */
export function readChanges(text: string): ChangesFault | readonly DivisionChange[] {
  const changes: OpenChange[] = [];
  for (const [index, written] of text.split("\n").entries()) {
    const line = written.trim();
    if (line === "" || line.startsWith("#")) continue;
    const found = readLine(line, index + 1, changes);
    if (found) return found;
  }
  return changes;
}

function readLine(line: string, number: number, changes: OpenChange[]): ChangesFault | undefined {
  const decree = decreeLine.exec(line);
  if (decree) {
    const [, year = "", month = "", day = "", source = ""] = decree;
    const date = `${year}-${month}-${day}`;
    if (!isCalendarDay(Number(year), Number(month), Number(day))) return fault("DAY", { line: number, day: date });
    changes.push({ day: date, source, ended: [], begun: [] });
    return undefined;
  }
  const change = changes.at(-1);
  const [ended, begun] = [endedLine.exec(line), begunLine.exec(line)];
  const parts = ended ?? begun;
  if (parts === null) return fault("LINE", { line: number, text: line });
  if (change === undefined) return fault("NO_DECREE", { line: number });
  const [, given = "", name = "", others = ""] = parts;
  const codes: string[] = [];
  for (const digits of [given, ...others.split(" ").filter((other) => other !== "")]) {
    const checked = checkDivisionCode(digits);
    if (isFault(checked)) return fault("CODE", { line: number, code: digits });
    codes.push(checked.code);
  }
  const [code = "", ...related] = codes;
  if (ended) change.ended.push({ code, name, into: related });
  else change.begun.push({ code, name, from: related });
  return undefined;
}
