import type { VerdictLine } from "@mingbai/registry/views/verdicts";
import { useEffect, useState } from "react";
import { eachPage } from "../../api/each-page.ts";
import { useAttempt } from "../../session/use-attempt.ts";
import { askVerdicts } from "./use-verdict-rows.ts";
import type { VerdictFilter } from "./verdict-address.ts";

/** More are no paper that anybody reads: they are exported. */
export const printedMax = 1_000;

/** Rows for paper: the window's own rows are only those in sight. They are fetched first, drawn, and then printed. */
export function usePrintedRows(filter: VerdictFilter) {
  const [rows, setRows] = useState<readonly VerdictLine[]>([]);
  const { running, fault, attempt } = useAttempt();
  useEffect(() => {
    if (rows.length > 0) window.print();
  }, [rows]);
  const print = () =>
    void attempt(async () => {
      const found: VerdictLine[] = [];
      for await (const page of eachPage((start) => askVerdicts(filter, start))) {
        found.push(...page.rows);
        if (found.length >= printedMax) break;
      }
      setRows(found.slice(0, printedMax));
    });
  return { rows, print, running, fault };
}
