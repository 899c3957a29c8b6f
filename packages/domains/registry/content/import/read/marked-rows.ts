import type { TableRow } from "@mingbai/tabular/read/table";
import type { Reason } from "../guess/column-guess.ts";
import type { ImportFault } from "./import-fault.ts";
import type { ReadHousehold } from "./read-household.ts";

type Language = keyof Reason;

/** The name of the column that says what is wrong. */
export const markHeader: Reason = { en: "What is wrong", zh: "哪里不对" };

/** What is wrong by row of one sheet, gathered while households are read: as much of it as there are faults, and no cells. */
export interface RowMarks {
  add(household: ReadHousehold): void;
  /** All that is wrong in a row, with the column and what to do; "" where nothing is. */
  wordsOf(line: number): string;
}

/** `sheet`: which of the mapping's sheets the marks are for. */
export function rowMarks(language: Language, sheet = 0): RowMarks {
  const marks = new Map<number, string[]>();
  const put = (line: number, words: string) => marks.set(line, [...(marks.get(line) ?? []), words]);
  return {
    add({ faults, disagreements }) {
      for (const fault of faults) if (fault.sheet === sheet) put(fault.line, faultWords(fault, language));
      for (const { says } of disagreements)
        for (const said of says)
          if (said.sheet === sheet) for (const line of said.lines) put(line, disagreementWords(says, language));
    },
    wordsOf: (line) => [...new Set(marks.get(line))].join(language === "zh" ? "；" : "; "),
  };
}

/** The rows of a list in which something is wrong, as they stood, with what it is behind them: to mend and read again. */
export function* markedRows(
  list: { readonly header: readonly string[]; readonly rows: Iterable<TableRow> },
  marks: RowMarks,
  language: Language,
): Generator<readonly string[]> {
  yield [...list.header, markHeader[language]];
  for (const { line, cells } of list.rows) {
    const words = marks.wordsOf(line);
    if (words === "") continue;
    yield [...list.header.map((_, column) => cells[column] ?? ""), words];
  }
}

function faultWords(fault: ImportFault, language: Language): string {
  const where = fault.column === undefined ? "" : `${fault.column}${language === "zh" ? "：" : ": "}`;
  return `${where}${fault[language]}`;
}

function disagreementWords(
  says: readonly { readonly text: string; readonly lines: readonly number[] }[],
  language: Language,
): string {
  const all = says.map(({ text, lines }) =>
    language === "zh" ? `第 ${lines.join("、")} 行写 ${text}` : `row ${lines.join(", ")} has ${text}`,
  );
  return language === "zh" ? `同一户写法不一：${all.join("，")}` : `Rows of one household differ: ${all.join(", ")}`;
}
