import { receiptView } from "@mingbai/http/explorer-views";
import { formatDayProof } from "@mingbai/sdk/day-proof";
import { findReceipt } from "@mingbai/sdk/receipt";
import type { DayCloseRow } from "@mingbai/treasury/views/bank-close";
import { useState } from "react";
import { QueryProblem } from "../../api/problem.ts";
import { runQuery } from "../../api/run-query.ts";
import { download } from "../../ui/download.ts";

async function receiptOf(id: string) {
  const { text } = await runQuery(receiptView, { id });
  const receipt = findReceipt(text);
  if (receipt === undefined) throw new QueryProblem({ kind: "shape", code: "RECEIPT_MALFORMED", status: 200 });
  return receipt;
}

/** Both receipts of a closed day as one file, and why it could not be made the last time. */
export function useDayProof({ claim, closed, countersigned }: DayCloseRow) {
  const [problem, setProblem] = useState<string>();
  const save = async () => {
    if (countersigned === null) return;
    try {
      const close = await receiptOf(closed.transaction);
      const content = formatDayProof({ close, countersign: await receiptOf(countersigned.transaction) });
      download({ name: `day-proof-${claim.day}.json`, type: "application/json", content: [content] });
      setProblem(undefined);
    } catch (fault) {
      if (!(fault instanceof QueryProblem)) throw fault;
      setProblem(fault.code);
    }
  };
  return { save, problem };
}
