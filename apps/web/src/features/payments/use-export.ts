import { paymentsPageRowsMax, paymentsView } from "@mingbai/treasury/views";
import { useState } from "react";
import { runQuery } from "../../api/run-query.ts";
import { useText } from "../../i18n/use-text.ts";
import { download } from "../../ui/download.ts";
import { countText } from "../../ui/format-money.ts";
import { useLedger } from "../../ui/ledger-context.ts";
import { usePartyName } from "../../ui/party-name.tsx";
import { useFormat } from "../../ui/use-format.ts";
import type { ListAddress } from "./list-address.ts";
import { csvLine, paymentFields } from "./payments-csv.ts";

/**
 * Exports exactly the list that is seen: the same filter, order and block height, all its rows, in words of the
 * page's language. UTF-8 with a byte order mark, because spreadsheets guess wrong without it.
 */
export function useExport(list: ListAddress, { count, asOfHeight }: { count: number; asOfHeight: number | undefined }) {
  const { t } = useText();
  const { currency } = useLedger();
  const { moneyWithUnit } = useFormat();
  const partyName = usePartyName();
  const [progress, setProgress] = useState("");
  const [running, setRunning] = useState(false);

  const head = () =>
    csvLine([
      t("payments.paidOn"),
      t("payments.payee"),
      t("payments.purpose"),
      t("payments.fund"),
      t("payments.csv.kind"),
      t("payments.state"),
      t("payments.csv.amount"),
      t("payments.csv.currency"),
      t("payments.reference"),
      t("payments.csv.id"),
      t("payments.csv.height"),
    ]);

  const collect = async () => {
    const parts: string[] = ["\ufeff", head()];
    let cursor: string | null = null;
    let done = 0;
    let sum = 0;
    do {
      const page: { rows: Parameters<typeof paymentFields>[0][]; next: string | null } = await runQuery(paymentsView, {
        ...list.filter,
        sort: list.sort,
        order: list.order,
        limit: paymentsPageRowsMax,
        ...(asOfHeight === undefined ? {} : { asOfHeight }),
        ...(cursor === null ? {} : { cursor }),
      });
      for (const row of page.rows) {
        const words = { kind: t(`payments.kind.${row.kind}`), status: t(`payments.status.${row.status}`), currency };
        parts.push(csvLine(paymentFields(row, { ...words, payee: partyName(row.payee) })));
        sum += row.amountMinor;
      }
      done += page.rows.length;
      cursor = page.next;
      setProgress(t("payments.exporting", { done: countText(done), count: countText(count) }));
    } while (cursor !== null);
    download({ name: `payments-${asOfHeight ?? 0}.csv`, type: "text/csv;charset=utf-8", content: parts });
    setProgress(t("payments.exported", { count: done, sum: moneyWithUnit(sum) }));
  };

  const start = async () => {
    if (running) return;
    setRunning(true);
    try {
      await collect();
    } catch (problem) {
      // Said on the page, where the person who pressed the button looks; the console keeps the cause.
      console.info(problem);
      setProgress(t("payments.exportFailed"));
    } finally {
      setRunning(false);
    }
  };
  return { start, progress, running };
}
