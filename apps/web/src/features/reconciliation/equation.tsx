import { useText } from "../../i18n/use-text.ts";
import { Figure } from "../../ui/figure.tsx";
import { Money } from "../../ui/money.tsx";
import { useFormat } from "../../ui/use-format.ts";
import type { ComparedDay, DaySums } from "./compare-day.ts";

/** Vouchers outstanding, what stands between, and the bank's closing balance: the middle opens into its named items. */
export function Equation({ compared, day, height }: { compared: ComparedDay; day: string; height: number }) {
  const { t } = useText();
  const format = useFormat();
  const { equation, items, sums } = compared;
  const between = equation.suspense + equation.inTransit;
  const count = items.reduce((sum, item) => sum + item.count, 0);
  const parts = items.map((item) => ({
    label: t(`reconciliation.item.${item.kind}`),
    note: t("reconciliation.lines", { count: item.count }),
    minor: item.effectMinor,
  }));
  const movements = ({ before, credits, debits }: DaySums) => [
    { label: t("reconciliation.movement.before"), minor: before },
    { label: t("reconciliation.movement.credits"), minor: credits },
    { label: t("reconciliation.movement.debits"), minor: -debits },
  ];
  const suspended = { label: t("reconciliation.item.suspense"), minor: -equation.suspense };
  const ofVouchers = [...movements(sums.ledger), ...(equation.suspense === 0 ? [] : [suspended])];
  return (
    <div className="equation">
      <div>
        <p className="sm i2">{t("reconciliation.outstanding")}</p>
        <div className="big">
          <Figure minor={equation.outstanding} opened={{ parts: ofVouchers, height }}>
            <Money minor={equation.outstanding} />
          </Figure>
        </div>
      </div>
      <span className="sign" aria-hidden="true">
        {between < 0 ? "\u2212" : "+"}
      </span>
      <div className={count > 0 ? "warn" : ""}>
        <p className="sm i2">{t("reconciliation.between", { count })}</p>
        <div className="big">
          {count === 0 ? (
            <Money minor={0} />
          ) : (
            <Figure minor={between} opened={{ parts, height }}>
              <Money minor={Math.abs(between)} />
            </Figure>
          )}
        </div>
      </div>
      <span className="sign" aria-hidden="true">
        {equation.gap === 0 ? "=" : "\u2260"}
      </span>
      <div>
        <p className="sm i2">{t("reconciliation.closing", { day: format.day(day) })}</p>
        <div className="big">
          <Figure minor={equation.closingBalance} opened={{ parts: movements(sums.bank), height }}>
            <Money minor={equation.closingBalance} />
          </Figure>
        </div>
      </div>
      <span className="unit sm i3">{format.unit}</span>
    </div>
  );
}
