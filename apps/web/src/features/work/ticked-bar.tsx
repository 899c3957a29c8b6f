import type { MatterRow } from "@mingbai/workflow/views";
import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { useFormat } from "../../ui/use-format.ts";

/** What can be done with the ticked matters together: like with like only, and why not otherwise. */
export function TickedBar({ rows, onClear }: { rows: readonly MatterRow[]; onClear(): void }) {
  const { t } = useText();
  const { moneyWithUnit } = useFormat();
  if (rows.length === 0) return null;
  const sum = rows.reduce((total, row) => total + row.amountMinor, 0);
  const isAlike = rows.every(({ stage }) => stage === "passed");
  const query = new URLSearchParams(rows.map(({ id }) => ["matter", id]));
  return (
    <div className="ticked-bar" role="status">
      <b>{t("work.ticked.count", { count: rows.length, sum: moneyWithUnit(sum) })}</b>
      <span className="sp" />
      {isAlike ? (
        <Link className="btn p" to={`/work/pay?${query}`}>
          <Icon name="right" />
          {t("work.ticked.pay", { count: rows.length })}
        </Link>
      ) : (
        <span className="sm i2">{t("work.ticked.unlike")}</span>
      )}
      <button type="button" className="btn t" onClick={onClear}>
        {t("work.ticked.clear")}
      </button>
    </div>
  );
}
