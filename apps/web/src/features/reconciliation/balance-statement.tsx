import type { Statement } from "@mingbai/iso20022/camt053";
import type { ReactNode } from "react";
import { useText } from "../../i18n/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { MoneyCell } from "../../ui/money-cell.tsx";
import { useFormat } from "../../ui/use-format.ts";
import type { ComparedDay } from "./compare-day.ts";

function Line({ name, minor, sum = false }: { name: ReactNode; minor: number; sum?: boolean }) {
  return (
    <tr className={sum ? "sum" : ""}>
      <th scope="row">{name}</th>
      <MoneyCell minor={minor} />
    </tr>
  );
}

/** The reconciliation statement of the day as it is printed: ledger to bank by named items, and the day's movements. */
export function BalanceStatement({
  compared,
  statement,
  children,
}: {
  compared: ComparedDay;
  statement: Statement;
  /** Who has signed the day. */
  children: ReactNode;
}) {
  const { t } = useText();
  const { day, unit } = useFormat();
  const { equation, items, sums } = compared;
  const adjusted = equation.outstanding + equation.suspense + equation.inTransit;
  const isEqual = equation.gap === 0;
  const movements = (["before", "credits", "debits", "after"] as const).map((part) => ({
    part,
    ledger: part === "debits" ? -sums.ledger.debits : sums.ledger[part],
    bank: part === "debits" ? -sums.bank.debits : sums.bank[part],
  }));
  return (
    <aside className="balance-statement" aria-labelledby="statement-title">
      <h2 id="statement-title">{t("reconciliation.statement")}</h2>
      <p className="sm i3">{t("reconciliation.statement.of", { day: day(statement.day), unit })}</p>
      <p className="sm i2 num">{t("reconciliation.account", { account: statement.account })}</p>
      <table className="tbl">
        <caption>{t("reconciliation.ledger")}</caption>
        <tbody>
          <Line name={t("reconciliation.outstanding")} minor={equation.outstanding} />
          {items.map(({ kind, count, effectMinor }) => (
            <Line
              key={kind}
              name={`${t(`reconciliation.item.${kind}`)} ${t("reconciliation.lines", { count })}`}
              minor={effectMinor}
            />
          ))}
          <Line name={t("reconciliation.adjusted")} minor={adjusted} sum />
        </tbody>
      </table>
      <table className="tbl">
        <caption>{t("reconciliation.bank")}</caption>
        <tbody>
          <Line name={t("reconciliation.closing.plain")} minor={equation.closingBalance} sum />
        </tbody>
      </table>
      <p className={isEqual ? "row ok" : "row bad"}>
        <Icon name={isEqual ? "tick" : "cross"} />
        <b>{t(isEqual ? "reconciliation.meets" : "reconciliation.meetsNot")}</b>
      </p>
      <table className="tbl movements">
        <caption>{t("reconciliation.movements")}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col" className="r">
              {t("reconciliation.ledger")}
            </th>
            <th scope="col" className="r">
              {t("reconciliation.bank.short")}
            </th>
          </tr>
        </thead>
        <tbody>
          {movements.map(({ part, ledger, bank }) => (
            <tr key={part} className={part === "after" ? "sum" : ""}>
              <th scope="row">{t(`reconciliation.movement.${part}`)}</th>
              <MoneyCell minor={ledger} />
              <MoneyCell minor={bank} />
            </tr>
          ))}
        </tbody>
      </table>
      {children}
    </aside>
  );
}
