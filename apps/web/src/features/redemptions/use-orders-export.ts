import type { RedemptionRow } from "@mingbai/treasury/views/acts";
import { useText } from "../../i18n/use-text.ts";
import { useLedger } from "../../ui/ledger-context.ts";
import { usePartyName } from "../../ui/party-name.tsx";
import { useExportFile } from "../../ui/use-export-file.ts";
import { useFormat } from "../../ui/use-format.ts";
import { ordersTable } from "./orders-table.ts";
import { reasonKey } from "./reason-key.ts";

/** Hands the orders that are seen to the browser as a file. */
export function useOrdersExport(rows: readonly RedemptionRow[]) {
  const { t } = useText();
  const { currency } = useLedger();
  const { time } = useFormat();
  const partyName = usePartyName();
  const state = (row: RedemptionRow) => {
    const stands = t(`redemptions.state.${row.state}`);
    return row.reason === null ? stands : `${stands} ${t(reasonKey(row.reason))}`;
  };
  const holder = (row: RedemptionRow) => partyName(row.holder);
  return useExportFile({ file: "redemptions", table: () => ordersTable(rows, { t, currency, state, holder, time }) });
}
