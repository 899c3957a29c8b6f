import type { PaymentRow, PaymentSort } from "@mingbai/treasury/views";
import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { FactMark } from "../../ui/fact-mark.tsx";
import { Icon } from "../../ui/icon.tsx";
import type { LongList } from "../../ui/list/use-long-list.ts";
import { inHand, type RowPlace, WindowTable } from "../../ui/list/window-table.tsx";
import { MoneyCell } from "../../ui/money-cell.tsx";
import { usePartyName } from "../../ui/party-name.tsx";
import { useFormat } from "../../ui/use-format.ts";
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

function Row({ row, place }: { row: PaymentRow; place: RowPlace }) {
  const { day } = useFormat();
  const partyName = usePartyName();
  return (
    <>
      <th scope="row">
        <Link to={`/payments/${row.id}`} id={`payment-${row.id}`} {...inHand(place)}>
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

/** A page of payments and more; the sum row counts the whole filter. */
export function PaymentRows({
  list,
  count,
  sumMinor,
  sort,
  order,
  onSort,
}: {
  list: LongList<PaymentRow>;
  count: number;
  sumMinor: number;
  sort: PaymentSort;
  order: "asc" | "desc";
  onSort(column: PaymentSort): void;
}) {
  const { t } = useText();
  const { unit } = useFormat();
  const aria = (column: PaymentSort) => (column !== sort ? "none" : order === "asc" ? "ascending" : "descending");
  const head = (column: PaymentSort, name: string, look?: string) => (
    <th scope="col" className={look} aria-sort={aria(column)}>
      <Sorter column={column} sort={sort} order={order} onSort={onSort}>
        {name}
      </Sorter>
    </th>
  );
  return (
    <WindowTable
      list={list}
      count={count}
      columns={8}
      caption={t("payments.title")}
      className="payments-table"
      keyOf={({ id }) => id}
      heads={
        <>
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
        </>
      }
      foot={
        <>
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
        </>
      }
    >
      {(row, place) => <Row row={row} place={place} />}
    </WindowTable>
  );
}
