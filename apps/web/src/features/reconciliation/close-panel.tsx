import type { DayCloseRow, DayItem } from "@mingbai/treasury/views/bank-close";
import { useState } from "react";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { Signing } from "../../ui/signing.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useKeys } from "../../ui/use-keys.ts";
import { useSettledAct } from "../matter/use-settled-act.ts";
import { CloseSteps } from "./close-steps.tsx";
import type { ComparedDay, LedgerDay } from "./compare-day.ts";
import type { GivenStatement } from "./read-statement.ts";
import { mayClose } from "./who-may.ts";

/** What stands in the way of a close, in the words of the page; the first that does. */
export type Obstacle =
  | "reconciliation.close.role"
  | "reconciliation.close.unsigned"
  | "reconciliation.close.other"
  | "reconciliation.close.open"
  | "reconciliation.close.unsettled"
  | "reconciliation.close.gap";

/** The proof of the day: who has signed it, the office's signature to give, and the file once both have. */
export function ClosePanel({
  given: { statement, signed, isOther },
  ledger,
  compared,
  items,
  unsettled,
  openCount,
  close,
}: {
  given: GivenStatement;
  ledger: LedgerDay;
  compared: ComparedDay;
  items: readonly DayItem[];
  /** Rows of this day that are not settled. */
  unsettled: number;
  /** Differences of the account that are open. */
  openCount: number;
  close: DayCloseRow | undefined;
}) {
  const { t } = useText();
  const session = useSession();
  const settle = useSettledAct();
  const format = useFormat();
  const [isSigning, setSigning] = useState(false);
  const obstacle: Obstacle | undefined = !(session && mayClose(session.roles))
    ? "reconciliation.close.role"
    : signed === undefined
      ? isOther
        ? "reconciliation.close.other"
        : "reconciliation.close.unsigned"
      : openCount > 0
        ? "reconciliation.close.open"
        : unsettled > 0
          ? "reconciliation.close.unsettled"
          : compared.equation.gap !== 0
            ? "reconciliation.close.gap"
            : undefined;
  const isSignable = obstacle === undefined && close?.state !== "closed";
  useKeys({ s: () => (isSignable ? setSigning(true) : false) });
  const { outstanding, suspense, inTransit, closingBalance } = compared.equation;
  const sign = async () => {
    if (signed === undefined) return;
    const { bankAccount: _account, day: _day, ...balance } = signed;
    const figures = { height: ledger.readAt.height, outstanding, suspense };
    const claim = { bankAccount: statement.account, day: statement.day, statement: balance, ledger: figures, items };
    await settle("treasury.closeBankDay", claim);
    setSigning(false);
  };
  return (
    <section className="close-panel" aria-labelledby="close-title">
      <h3 id="close-title">{t("reconciliation.close.title")}</h3>
      <CloseSteps isSigned={signed !== undefined} isOther={isOther} close={close} />
      {close?.state !== "closed" && (
        <>
          <button
            type="button"
            className={obstacle === undefined ? "btn p wide" : "btn wide"}
            aria-disabled={obstacle !== undefined}
            onClick={() => obstacle === undefined && setSigning(true)}
          >
            {t(close === undefined ? "reconciliation.close.do" : "reconciliation.close.anew")} <kbd>S</kbd>
          </button>
          {obstacle !== undefined && <p className="sm i2">{t(obstacle, { count: Math.max(openCount, unsettled) })}</p>}
        </>
      )}
      {isSigning && (
        <Signing
          title={t("reconciliation.close.title")}
          verb={t("reconciliation.close.do")}
          sentence={t("reconciliation.close.sentence", { day: format.day(statement.day) })}
          totals={[
            { label: t("reconciliation.outstanding"), value: format.moneyWithUnit(outstanding) },
            { label: t("reconciliation.item.suspense"), value: format.moneyWithUnit(suspense) },
            { label: t("reconciliation.close.items", { count: items.length }), value: format.moneyWithUnit(inTransit) },
            { label: t("reconciliation.closing.plain"), value: format.moneyWithUnit(closingBalance) },
          ]}
          sign={sign}
          close={() => setSigning(false)}
        />
      )}
    </section>
  );
}
