import type { RedemptionRow } from "@mingbai/treasury/views/acts";
import { useText } from "../../i18n/use-text.ts";
import { download } from "../../ui/download.ts";
import { useLedger } from "../../ui/ledger-context.ts";
import { usePartyName } from "../../ui/party-name.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { ordersCsv } from "./orders-csv.ts";
import { reasonKey } from "./reason-key.ts";

const columns = [
  "redemptions.sign.id",
  "redemptions.holder",
  "redemptions.fund",
  "redemptions.tranche",
  "redemptions.csv.amount",
  "redemptions.csv.currency",
  "redemptions.stands",
  "redemptions.csv.reason",
  "redemptions.csv.ordered",
  "redemptions.csv.released",
  "redemptions.csv.ended",
  "redemptions.csv.bankLine",
  "redemptions.csv.returnLine",
  "redemptions.csv.transaction",
] as const;

/** Hands the orders that are seen to the browser as a file. */
export function useOrdersExport(rows: readonly RedemptionRow[]): () => void {
  const { t } = useText();
  const { currency } = useLedger();
  const { time } = useFormat();
  const partyName = usePartyName();
  return () => {
    const state = (row: RedemptionRow) => {
      const stands = t(`redemptions.state.${row.state}`);
      return row.reason === null ? stands : `${stands} ${t(reasonKey(row.reason))}`;
    };
    const holder = (row: RedemptionRow) => partyName(row.holder);
    const csv = ordersCsv(rows, { head: columns.map((key) => t(key)), currency, state, holder, time });
    download({ name: "redemptions.csv", type: "text/csv;charset=utf-8", content: [csv] });
  };
}
