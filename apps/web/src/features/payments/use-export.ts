import { paymentsPageRowsMax, paymentsView } from "@mingbai/treasury/views";
import { useRef } from "react";
import type { PageStart } from "../../api/each-page.ts";
import { runQuery } from "../../api/run-query.ts";
import { useText } from "../../i18n/use-text.ts";
import { countText } from "../../ui/format-money.ts";
import { useLedger } from "../../ui/ledger-context.ts";
import { usePartyName } from "../../ui/party-name.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { usePagedExport } from "../../ui/use-paged-export.ts";
import type { ListAddress } from "./list-address.ts";
import { paymentsTable } from "./payments-table.ts";

/**
 * Exports exactly the list that is seen: the same filter, order and block height, all its rows, in words of the
 * page's language; says what they add up to.
 */
export function useExport(
  { filter, sort, order }: ListAddress,
  { count, asOfHeight }: { count: number; asOfHeight: number | undefined },
) {
  const { t } = useText();
  const { currency } = useLedger();
  const { moneyWithUnit } = useFormat();
  const partyName = usePartyName();
  const sumMinor = useRef(0);
  const asked = { ...filter, sort, order, limit: paymentsPageRowsMax, ...(asOfHeight !== undefined && { asOfHeight }) };
  const pageAt = async (start: PageStart) => {
    const page = await runQuery(paymentsView, { ...asked, ...start });
    if (start.cursor === undefined) sumMinor.current = 0;
    for (const { amountMinor } of page.rows) sumMinor.current += amountMinor;
    return page;
  };
  return usePagedExport({
    file: `payments-${asOfHeight ?? 0}`,
    pageAt,
    table: (rows) => paymentsTable(rows, { t, payee: ({ payee }) => partyName(payee), currency }),
    words: {
      under: (rows) => t("payments.exporting", { done: countText(rows), count: countText(count) }),
      done: (rows) => t("payments.exported", { count: rows, sum: moneyWithUnit(sumMinor.current) }),
      failed: t("payments.exportFailed"),
    },
  });
}
