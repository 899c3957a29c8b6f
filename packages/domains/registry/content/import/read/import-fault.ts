import { type CodeFault, type FaultValues, faultsOf } from "@mingbai/national-codes/fault";
import type { SubjectKind } from "../../form/definition.ts";

/** What is wrong at a cell or a row of a list, for whom, and what to do about it. */
export interface ImportFault {
  /** The place of the sheet in the mapping: 0 where there is one. */
  readonly sheet: number;
  /** Counts from 1, as the spreadsheet shows it. */
  readonly line: number;
  /** The column's name; absent where it is about the row, or about what the list does not have. */
  readonly column?: string;
  /** Where that column stands, from 0, where a text in this cell would mend it. */
  readonly cell?: number;
  readonly of: SubjectKind;
  readonly field?: string;
  /** The person's name, masked. */
  readonly who?: string;
  /** An error keeps the household out; a doubt asks to look again. */
  readonly level: "error" | "doubt";
  readonly fault: string;
  readonly values: FaultValues;
  readonly en: string;
  readonly zh: string;
  readonly todo: { readonly en: string; readonly zh: string };
}

const rowFaults = {
  KEY_MISSING: { en: "Nothing says which household this row belongs to.", zh: "看不出这一行是哪一户的" },
  ROW_BROKEN: {
    en: "A quotation mark in this row is never closed; its cells may be cut in the wrong places.",
    zh: "这一行的引号没有配对，格子可能切错了",
  },
  ROW_SHIFTED: {
    en: "This row has more cells than the list has columns; they may have moved.",
    zh: "这一行比表头多出格子，内容可能错位了",
  },
  ELSEWHERE_IN_LIST: {
    en: "The same ID number stands in another household of this list, row {lines}.",
    zh: "这个身份证号在表里另一户也有，第 {lines} 行",
  },
  HOUSEHOLD_MISSING: {
    en: "The sheet of households has no household {key}.",
    zh: "户表里没有编号为 {key} 的户",
  },
} as const;

export const rowFault = faultsOf(rowFaults);

const todos = {
  cell: { en: "Mend this cell in the list, or say what it means here.", zh: "在原表里改好这一格，或在这里直接填" },
  missing: { en: "Fill it in, in the list or here.", zh: "在原表或这里补上" },
  number: {
    en: "Mend the number on the sheet where it is wrong, in the list or here.",
    zh: "哪张表的编号写错了就改哪张，可以在原表改，也可以在这里填",
  },
  row: { en: "Mend this row in the list and read it again.", zh: "在原表里改好这一行，再读一次" },
  look: { en: "Look at it once; if it is right, let it stand.", zh: "核对一下，没错就照此导入" },
  person: {
    en: "Find out in which household they live, and strike the other row.",
    zh: "核实此人在哪一户，删去另一行",
  },
} as const;

/** What to do about a fault, by its declared code. */
export function todoOf({ fault }: Pick<CodeFault, "fault">, level: ImportFault["level"]): ImportFault["todo"] {
  if (level === "doubt") return todos.look;
  if (fault === "HOUSEHOLD_MISSING") return todos.number;
  if (fault === "REQUIRED" || fault === "NOBODY") return todos.missing;
  if (fault === "ELSEWHERE_IN_LIST" || fault === "PERSON_TWICE") return todos.person;
  return fault in rowFaults ? todos.row : todos.cell;
}
