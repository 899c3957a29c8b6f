import { HttpProblem } from "@mingbai/http/problem";
import type { QueryRoute } from "@mingbai/http/query-route";
import { role } from "@mingbai/ledger/authority/role";
import { readLines } from "@mingbai/treasury/batch/read-batch";
import { type BatchRow, batchTable } from "@mingbai/treasury/tables";
import { bankBatchesMax, bankBatchesView, bankBatchLinesView } from "@mingbai/treasury/views/bank";
import type { FindLogIndex } from "../answers/log-queries.ts";
import type { OpenLedger } from "../open-ledger.ts";
import { creditorOf, type NameSource } from "./creditor-of.ts";
import { findBatchLines } from "./find-batch-lines.ts";

const allow = [role("escrowBank"), role("financeSupervisor")];

export interface BatchSources {
  readonly chain: OpenLedger["chain"];
  readonly findLogIndex: FindLogIndex;
  readonly names: NameSource;
}

/** Which direct-credit batches wait for the bank, from the ledger's own state. */
export function bankBatchesQuery({ chain }: Pick<BatchSources, "chain">): QueryRoute {
  return {
    ...bankBatchesView,
    title: { en: "Direct-credit lists that wait for the bank", zh: "等银行代发的清单" },
    allow,
    async answer() {
      const waiting = chain.state
        .table(batchTable)
        .entries()
        .filter(([, row]) => row.waiting !== undefined);
      const batches = waiting.slice(0, bankBatchesMax).map(([batch, row]) => {
        const amounts = (row.waiting ?? []).filter((amount) => amount > 0);
        const totalMinor = amounts.reduce((sum, amount) => sum + amount, 0);
        return { batch, fund: row.fund, lines: amounts.length, totalMinor };
      });
      return { batches };
    },
  };
}

/** The lines of one, read from the signed body; names and bank accounts from the vault. */
export function bankBatchLinesQuery(sources: BatchSources): QueryRoute {
  return {
    ...bankBatchLinesView,
    title: { en: "Lines of a direct-credit list that wait for the bank", zh: "代发清单里等银行的各行" },
    allow,
    async answer(params) {
      const { batch } = bankBatchLinesView.params.parse(params);
      const row = sources.chain.state.table(batchTable).find(batch);
      if (row?.waiting === undefined) throw nothingWaits();
      return { lines: await linesOf(sources, batch, row) };
    },
  };
}

async function linesOf({ chain, findLogIndex, names }: BatchSources, batch: string, { waiting = [] }: BatchRow) {
  const body = await findBatchLines(chain, findLogIndex, batch);
  if (body === undefined) throw new Error(`the log has no batch ${batch}`);
  const lines: { line: number; amountMinor: number; creditor: Awaited<ReturnType<typeof creditorOf>> }[] = [];
  for (const [line, { payee }] of [...readLines(body)].entries()) {
    const amountMinor = waiting[line] ?? 0;
    if (amountMinor > 0) lines.push({ line, amountMinor, creditor: await creditorOf(payee, names, payee) });
  }
  return lines;
}

function nothingWaits(): HttpProblem {
  const words = { en: "Nothing of this batch waits for the bank.", zh: "这一批没有等银行的行" };
  return new HttpProblem({ code: "BATCH_SETTLED", status: 404, ...words });
}
