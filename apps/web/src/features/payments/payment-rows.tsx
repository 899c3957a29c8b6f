import type { PaymentRow, PaymentSort } from "@mingbai/treasury/views";
import type { RefObject } from "react";
import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { FactMark } from "../../ui/fact-mark.tsx";
import { Icon } from "../../ui/icon.tsx";
import { MoneyCell } from "../../ui/money-cell.tsx";
import { usePartyName } from "../../ui/party-name.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { type RowsHandle, useWindowRows } from "../../ui/use-window-rows.ts";
import { PaymentState } from "./payment-state.tsx";
import { receiptOf } from "./receipt-of.ts";

function Sorter({
  column,
  sort,
  order,
  onSort,
  children,
}: {
  column: PaymentSort;
  sort: PaymentSort;
  order: "asc" | "desc";
  onSort(column: PaymentSort): void;
  children: string;
}) {
  const { t } = useText();
  const on = column === sort;
  return (
    <button
      type="button"
      className="plain sorter"
      data-on={on}
      title={t("ui.sort", { column: children })}
      onClick={() => onSort(column)}
    >
      {children}
      {on && <Icon name={order === "asc" ? "up" : "fall"} size={12} />}
    </button>
  );
}

function Row({ row, on, onHold }: { row: PaymentRow; on: boolean; onHold(): void }) {
  const { day } = useFormat();
  const partyName = usePartyName();
  return (
    <>
      <th scope="row">
        <Link
          to={`/payments/${row.id}`}
          id={`payment-${row.id}`}
          {...(on ? { "aria-current": "true" } : {})}
          onFocus={on ? undefined : onHold}
        >
          {partyName(row.payee)}
        </Link>
        <span className="narrow sm i2">
          {day(row.paidOn)} {row.fund.name}
        </span>
        <span className="narrow sm i2">
          {row.purpose} <span className="num nw">{row.reference}</span>
        </span>
        <span className="narrow sm">
          <PaymentState status={row.status} kind={row.kind} />
        </span>
      </th>
      <td className="wide nw i2 num">{day(row.paidOn)}</td>
      <td className="wide clip">{row.purpose}</td>
      <td className="wide i2 clip">{row.fund.name}</td>
      <td className="wide">
        <PaymentState status={row.status} kind={row.kind} />
      </td>
      <MoneyCell minor={row.amountMinor} />
      <td className="wide nw i2 num">{row.reference}</td>
      <td className="mark-cell">
        <FactMark {...receiptOf(row)} />
      </td>
    </>
  );
}

/**
 * The rows themselves: only those near the window are in the page, between two spacers, in a real table whose rows
 * say their number. The sum row counts the whole filter, never what happens to be loaded.
 */
export function PaymentRows({
  rows,
  count,
  sumMinor,
  sort,
  order,
  onSort,
  at,
  onHold,
  hasMore,
  onMore,
  handle,
}: {
  rows: readonly PaymentRow[];
  count: number;
  sumMinor: number;
  sort: PaymentSort;
  order: "asc" | "desc";
  onSort(column: PaymentSort): void;
  at: number;
  /** A row was taken in hand by going to its link. */
  onHold(index: number): void;
  hasMore: boolean;
  onMore(): void;
  handle: RefObject<RowsHandle | null>;
}) {
  const { t } = useText();
  const { unit } = useFormat();
  const { body, items, measure, before, after } = useWindowRows({
    count: rows.length,
    keyOf: (index) => rows[index]?.id ?? index,
    hasMore,
    onMore,
    handle,
  });
  const aria = (column: PaymentSort) => (column !== sort ? "none" : order === "asc" ? "ascending" : "descending");
  const head = (column: PaymentSort, name: string, look?: string) => (
    <th scope="col" className={look} aria-sort={aria(column)}>
      <Sorter column={column} sort={sort} order={order} onSort={onSort}>
        {name}
      </Sorter>
    </th>
  );
  return (
    <table className="tbl many payments-table" aria-rowcount={count + 2}>
      <caption className="sr">{t("payments.title")}</caption>
      <thead>
        <tr>
          {head("payee", t("payments.payee"))}
          {head("paidOn", t("payments.paidOn"), "wide")}
          <th scope="col" className="wide">
            {t("payments.purpose")}
          </th>
          {head("fund", t("payments.fund"), "wide")}
          <th scope="col" className="wide">
            {t("payments.state")}
          </th>
          {head("amount", t("payments.amount", { unit }), "r")}
          {head("reference", t("payments.reference"), "wide")}
          <th scope="col" className="mark-cell">
            <span className="sr">{t("ui.receipt")}</span>
          </th>
        </tr>
      </thead>
      <tbody ref={body}>
        {before > 0 && <Spacer height={before} />}
        {items.map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          return (
            <tr
              key={item.key}
              ref={measure}
              data-index={item.index}
              aria-rowindex={item.index + 2}
              className={item.index === at ? "on" : ""}
            >
              <Row row={row} on={item.index === at} onHold={() => onHold(item.index)} />
            </tr>
          );
        })}
        {after > 0 && <Spacer height={after} />}
      </tbody>
      <tfoot>
        <tr aria-rowindex={count + 2}>
          <th scope="row">
            {t("ui.total")} <span className="i2">{t("payments.count", { count })}</span>
          </th>
          <td className="wide" />
          <td className="wide" />
          <td className="wide" />
          <td className="wide" />
          <MoneyCell minor={sumMinor} />
          <td className="wide" />
          <td className="mark-cell" />
        </tr>
      </tfoot>
    </table>
  );
}

function Spacer({ height }: { height: number }) {
  return (
    <tr className="spacer">
      <td colSpan={8} style={{ height }} />
    </tr>
  );
}
