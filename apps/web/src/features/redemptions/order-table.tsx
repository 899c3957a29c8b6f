import type { RedemptionRow } from "@mingbai/treasury/views/acts";
import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { FactMark } from "../../ui/fact-mark.tsx";
import { MoneyCell } from "../../ui/money-cell.tsx";
import { usePartyName } from "../../ui/party-name.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { FreezeLink } from "../regulator/freeze-link.tsx";
import { OrderState } from "./order-state.tsx";

/** A tick, or in words why this order is not the reader's to release. */
function ReleaseCell({ row, isTicked, onTick }: { row: RedemptionRow; isTicked: boolean; onTick(): void }) {
  const { t } = useText();
  if (row.release !== "may") return null;
  return (
    <label className="tick-label">
      <input
        type="checkbox"
        checked={isTicked}
        onChange={onTick}
        aria-label={t("redemptions.tick", { id: row.endToEndId })}
      />
    </label>
  );
}

/** When it was ordered, let go and answered, each as far as it has come. */
function OrderSteps({ row }: { row: RedemptionRow }) {
  const { t } = useText();
  const { timeInYear } = useFormat();
  const trackOf = (nth: number) => t("redemptions.track.of", { nth, id: row.endToEndId });
  const told = (key: "ordered" | "released" | "ended") => row[key] && timeInYear(row[key].timeMs);
  return (
    <span className="sm i2 order-steps">
      <span className="nw">{t("redemptions.at.ordered", { time: told("ordered") ?? "" })}</span>
      {row.released && <span className="nw">{t("redemptions.at.released", { time: told("released") ?? "" })}</span>}
      {row.ended && <span className="nw">{t(`redemptions.at.${row.state}`, { time: told("ended") ?? "" })}</span>}
      {row.bankReference !== null && (
        <span className="nw num">{t("redemptions.bankLine", { reference: row.bankReference })}</span>
      )}
      {row.returnReference !== null && (
        <span className="nw num">{t("redemptions.returnLine", { reference: row.returnReference })}</span>
      )}
      {row.payments.map(({ id }, index) => (
        <Link key={id} className="nw" to={`/payments/${id}`} aria-label={trackOf(index + 1)}>
          {row.payments.length === 1 ? t("redemptions.track") : t("redemptions.track.nth", { nth: index + 1 })}
        </Link>
      ))}
      <FreezeLink text={row.endToEndId} name={row.endToEndId} />
    </span>
  );
}

function Row({
  row,
  isOn,
  isTicked,
  ticks,
  onHold,
  onTick,
}: {
  row: RedemptionRow;
  isOn: boolean;
  isTicked: boolean;
  ticks: boolean;
  onHold(): void;
  onTick(): void;
}) {
  const { t } = useText();
  const partyName = usePartyName();
  const last = row.ended ?? row.released ?? row.ordered;
  return (
    <tr className={isOn ? "on" : ""} id={`order-${row.endToEndId}`} onClick={onHold}>
      {ticks && (
        <td className="tick">
          <ReleaseCell row={row} isTicked={isTicked} onTick={onTick} />
        </td>
      )}
      <th scope="row">
        <span>{partyName(row.holder)}</span>
        <span className="sm i2"> {t("redemptions.from", { fund: row.fund.name, tranche: row.tranche })} </span>
        <span className="sm i3 num nw">{row.endToEndId}</span>
        <OrderSteps row={row} />
        <span className="narrow">
          <OrderState row={row} />
        </span>
        {row.release !== null && row.release !== "may" && (
          <span className="order-why sm i2">{t(`redemptions.why.${row.release}`)}</span>
        )}
      </th>
      <td className="wide order-state-cell">
        <OrderState row={row} />
      </td>
      <MoneyCell minor={row.amountMinor} />
      <td className="mark-cell">
        <FactMark transactionId={last.transaction} title={row.endToEndId} />
      </td>
    </tr>
  );
}

/** Orders with their states; the sum below is of the rows that stand here, and says when there are more. */
export function OrderTable({
  rows,
  hasMore,
  atId,
  ticks,
  ticked,
  caption,
  onHold,
  onTick,
}: {
  rows: readonly RedemptionRow[];
  hasMore: boolean;
  atId: string | undefined;
  /** Whether orders are released here. */
  ticks: boolean;
  ticked: ReadonlySet<string>;
  caption: string;
  onHold(id: string): void;
  onTick(id: string): void;
}) {
  const { t } = useText();
  const { unit } = useFormat();
  return (
    <table className="tbl orders-table">
      <caption className="sr">{caption}</caption>
      <TableHead
        columns={[
          ticks && { head: t("redemptions.ticks"), look: "tick", isUnseen: true },
          { head: t("redemptions.order") },
          { head: t("redemptions.stands"), look: "wide order-state-cell" },
          { head: t("redemptions.amount", { unit }), look: "r" },
          { head: t("ui.receipt"), look: "mark-cell", isUnseen: true },
        ]}
      />
      <tbody>
        {rows.map((row) => (
          <Row
            key={row.endToEndId}
            row={row}
            isOn={row.endToEndId === atId}
            isTicked={ticked.has(row.endToEndId)}
            ticks={ticks}
            onHold={() => onHold(row.endToEndId)}
            onTick={() => onTick(row.endToEndId)}
          />
        ))}
      </tbody>
      <tfoot>
        <tr>
          {ticks && <td className="tick" />}
          <th scope="row">{t(hasMore ? "redemptions.sumSoFar" : "redemptions.sum", { count: rows.length })}</th>
          <td className="wide" />
          <MoneyCell minor={rows.reduce((sum, { amountMinor }) => sum + amountMinor, 0)} />
          <td className="mark-cell" />
        </tr>
      </tfoot>
    </table>
  );
}
