import { useText } from "../../i18n/use-text.ts";
import { Icon } from "../../ui/icon.tsx";

/** One check of a proof, in words; `detail` is shown where it fails. */
export interface SaidCheck {
  readonly name: string;
  readonly holds: boolean;
  readonly words: string;
  readonly detail: string;
}

/** Whether a proof holds, what it proves, and which part fails where it does not; checked in this page alone. */
export function ProofOutcome({
  ok,
  title,
  why,
  facts,
  checks,
  note,
  again,
}: {
  ok: boolean;
  title: string;
  why: string;
  /** Name and value; none where the proof cannot be read. */
  facts: readonly (readonly [string, string])[];
  checks: readonly SaidCheck[];
  note?: string;
  again(): void;
}) {
  const { t } = useText();
  return (
    <>
      <div className={`verdict ${ok ? "ok" : "bad"}`} role={ok ? "status" : "alert"}>
        <span className={ok ? "ok" : "bad"}>
          <Icon name={ok ? "tick" : "cross"} size={52} />
        </span>
        <h1>{title}</h1>
        <p>{why}</p>
      </div>
      {facts.length > 0 && (
        <section className="section">
          <dl className="dl">
            {facts.map(([name, value]) => (
              <div key={name} className="contents">
                <dt>{name}</dt>
                <dd className="num">{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <section className="section">
        <h2>{t("verify.day.checks")}</h2>
        <ul className="checks">
          {checks.map((check) => (
            <Check key={check.name} check={check} />
          ))}
        </ul>
        {note !== undefined && <p className="i2 sm">{note}</p>}
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

function Check({ check: { holds, words, detail } }: { check: SaidCheck }) {
  return (
    <li className="check">
      <span className={holds ? "ok" : "bad"}>
        <Icon name={holds ? "tick" : "cross"} size={20} />
      </span>
      <div>
        {holds ? words : <b className="bad">{words}</b>}
        {!holds && <div className="mono sm i2">{detail}</div>}
      </div>
    </li>
  );
}
