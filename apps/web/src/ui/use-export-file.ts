import { type ListedFormat, type ListedTable, listedTypes } from "@mingbai/sdk/tables/listed-table";
import { useState } from "react";
import { download } from "./download.ts";

/** A list that is handed out: the name of its file without ending, and the list when it is asked for. */
export interface Exported {
  readonly file: string;
  table(): ListedTable;
}

/** Saves a list as a file, one at a time. The writer of workbooks is fetched when first needed: most visits need none. */
export function useExportFile({ file, table }: Exported) {
  const [running, setRunning] = useState(false);
  const [failed, setFailed] = useState(false);
  const run = async (format: ListedFormat) => {
    setRunning(true);
    setFailed(false);
    try {
      const { writeTable } = await import("@mingbai/sdk/tables/write-table");
      const content = [await writeTable(table(), format)];
      download({ name: `${file}.${format}`, type: listedTypes[format], content });
    } catch (problem) {
      // Said on the page, where the person who pressed the button looks; the console keeps the cause.
      console.info(problem);
      setFailed(true);
    } finally {
      setRunning(false);
    }
  };
  const save = (format: ListedFormat) => {
    if (!running) void run(format);
  };
  return { save, running, failed };
}
