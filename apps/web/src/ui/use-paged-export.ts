import { type ListedFormat, type ListedTable, listedTypes } from "@mingbai/sdk/tables/listed-table";
import { useState } from "react";
import { type AnswerPage, eachPage, type PageStart } from "../api/each-page.ts";
import { download } from "./download.ts";

/** A list that comes page by page, and how its file is spoken of. */
export interface PagedExport<Row> {
  /** Name of the file without ending. */
  readonly file: string;
  pageAt(start: PageStart): Promise<AnswerPage<Row>>;
  table(rows: AsyncIterable<Row>): ListedTable;
  readonly words: { under(rows: number): string; done(rows: number): string; readonly failed: string };
}

/** Saves exactly the list that is seen: all rows of its filter, page by page. The writer of workbooks is fetched when first needed. */
export function usePagedExport<Row>({ file, pageAt, table, words }: PagedExport<Row>) {
  const [progress, setProgress] = useState("");
  const [running, setRunning] = useState(false);

  async function* allRows(written: { rows: number }): AsyncGenerator<Row> {
    for await (const { rows } of eachPage(pageAt)) {
      written.rows += rows.length;
      yield* rows;
      setProgress(words.under(written.rows));
    }
  }

  const start = async (format: ListedFormat) => {
    if (running) return;
    setRunning(true);
    try {
      const { writeTable } = await import("@mingbai/sdk/tables/write-table");
      const written = { rows: 0 };
      const content = await writeTable(table(allRows(written)), format);
      download({ name: `${file}.${format}`, type: listedTypes[format], content: [content] });
      setProgress(words.done(written.rows));
    } catch (problem) {
      // Said on the page, where the person who pressed the button looks; the console keeps the cause.
      console.info(problem);
      setProgress(words.failed);
    } finally {
      setRunning(false);
    }
  };
  return { save: (format: ListedFormat) => void start(format), progress, running };
}
