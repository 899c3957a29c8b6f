import { type VerdictLine, verdictsView } from "@mingbai/registry/views/verdicts";
import { useEffect, useState } from "react";
import { runQuery } from "../../api/run-query.ts";
import { useAttempt } from "../../session/use-attempt.ts";
import { verdictsPageOf } from "./use-verdict-rows.ts";
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
      for (let cursor: string | null = ""; cursor !== null && found.length < printedMax; ) {
        const page: { rows: VerdictLine[]; next: string | null } = await runQuery(
          verdictsView,
          verdictsPageOf(filter, cursor),
        );
        found.push(...page.rows);
        cursor = page.next;
      }
      setRows(found.slice(0, printedMax));
    });
  return { rows, print, running, fault };
}
