import type { DayVerdict } from "@mingbai/sdk/verify-day-proof";
import { useText } from "../../i18n/use-text.ts";
import { moneyText } from "../../ui/format-money.ts";
import { Icon } from "../../ui/icon.tsx";

/** Decimals of the ledgers' currencies so far; a day proof names its currency and not how it is written. */
const decimals = 2;

/** Whether a bank day's proof holds, what both sides signed, and which part fails where it does not. */
export function DayOutcome({ verdict, again }: { verdict: DayVerdict; again(): void }) {
  const { t } = useText();
  const { ok, checks, fact } = verdict;
  return (
    <>
      <div className={`verdict ${ok ? "ok" : "bad"}`} role={ok ? "status" : "alert"}>
        <span className={ok ? "ok" : "bad"}>
          <Icon name={ok ? "tick" : "cross"} size={52} />
        </span>
        <h1>{t(ok ? "verify.day.good" : "verify.day.bad")}</h1>
        <p>{t(ok ? "verify.day.good.why" : "verify.day.bad.why")}</p>
      </div>
      {fact && <Figures fact={fact} />}
      <section className="section">
        <h2>{t("verify.day.checks")}</h2>
        <ul className="checks">
          {checks.map((check) => (
            <li key={check.name} className="check">
              <span className={check.ok ? "ok" : "bad"}>
                <Icon name={check.ok ? "tick" : "cross"} size={20} />
              </span>
              <div>
                {check.ok ? (
                  t(`verify.day.check.${check.name}`)
                ) : (
                  <b className="bad">{t(`verify.day.fails.${check.name}`)}</b>
                )}
                {!check.ok && <div className="mono sm i2">{check.detail}</div>}
              </div>
            </li>
          ))}
        </ul>
        <p className="i2 sm">{t("verify.day.local")}</p>
      </section>
      <div className="verify-actions">
        <button type="button" className="btn p" onClick={again}>
          {t("verify.again")}
        </button>
        <button type="button" className="btn" onClick={() => window.print()}>
          <Icon name="print" />
          {t("verify.print")}
        </button>
      </div>
    </>
  );
}

function Figures({ fact: { claim, inTransit } }: { fact: NonNullable<DayVerdict["fact"]> }) {
  const { t } = useText();
  const { bankAccount, day, statement, ledger, items } = claim;
  const amount = (minor: number) => `${statement.currency} ${moneyText(minor, decimals)}`;
  const rows = [
    [t("verify.day.account"), bankAccount],
    [t("verify.day.day"), day],
    [t("verify.day.outstanding"), amount(ledger.outstanding)],
    [t("verify.day.suspense"), amount(ledger.suspense)],
    [t("verify.day.items", { count: items.length }), amount(inTransit)],
    [t("verify.day.closing"), amount(statement.closingBalance)],
  ];
  return (
    <section className="section">
      <dl className="dl">
        {rows.map(([name, value]) => (
          <div key={name} className="contents">
            <dt>{name}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
