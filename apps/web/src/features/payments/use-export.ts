import { type ListedFormat, listedTypes } from "@mingbai/sdk/tables/listed-table";
import { type PaymentRow, paymentsPageRowsMax, paymentsView } from "@mingbai/treasury/views";
import { useState } from "react";
import { runQuery } from "../../api/run-query.ts";
import { useText } from "../../i18n/use-text.ts";
import { download } from "../../ui/download.ts";
import { countText } from "../../ui/format-money.ts";
import { useLedger } from "../../ui/ledger-context.ts";
import { usePartyName } from "../../ui/party-name.tsx";
import { useFormat } from "../../ui/use-format.ts";
import type { ListAddress } from "./list-address.ts";
import { paymentsTable } from "./payments-table.ts";

/**
 * Exports exactly the list that is seen: the same filter, order and block height, all its rows, in words of the
 * page's language. Rows are asked for page by page and written as they come.
 */
export function useExport(list: ListAddress, { count, asOfHeight }: { count: number; asOfHeight: number | undefined }) {
  const { t } = useText();
  const { currency } = useLedger();
  const { moneyWithUnit } = useFormat();
  const partyName = usePartyName();
  const [progress, setProgress] = useState("");
  const [running, setRunning] = useState(false);

  async function* allRows(written: { rows: number; sumMinor: number }): AsyncGenerator<PaymentRow> {
    let cursor: string | null = null;
    do {
      const page: { rows: PaymentRow[]; next: string | null } = await runQuery(paymentsView, {
        ...list.filter,
        sort: list.sort,
        order: list.order,
        limit: paymentsPageRowsMax,
        ...(asOfHeight === undefined ? {} : { asOfHeight }),
        ...(cursor === null ? {} : { cursor }),
      });
      for (const row of page.rows) written.sumMinor += row.amountMinor;
      written.rows += page.rows.length;
      yield* page.rows;
      cursor = page.next;
      setProgress(t("payments.exporting", { done: countText(written.rows), count: countText(count) }));
    } while (cursor !== null);
  }

  const collect = async (format: ListedFormat) => {
    const { writeTable } = await import("@mingbai/sdk/tables/write-table");
    const written = { rows: 0, sumMinor: 0 };
    const payee = (row: PaymentRow) => partyName(row.payee);
    const content = await writeTable(paymentsTable(allRows(written), { t, payee, currency }), format);
    download({ name: `payments-${asOfHeight ?? 0}.${format}`, type: listedTypes[format], content: [content] });
    setProgress(t("payments.exported", { count: written.rows, sum: moneyWithUnit(written.sumMinor) }));
  };

  const start = async (format: ListedFormat) => {
    if (running) return;
    setRunning(true);
    try {
      await collect(format);
    } catch (problem) {
      // Said on the page, where the person who pressed the button looks; the console keeps the cause.
      console.info(problem);
      setProgress(t("payments.exportFailed"));
    } finally {
      setRunning(false);
    }
  };
  return { save: (format: ListedFormat) => void start(format), progress, running };
}
