import type { ErasureVerdict } from "@mingbai/sdk/verify-erasure-proof";
import { useText } from "../../i18n/use-text.ts";
import { timeText } from "../../ui/format-time.ts";
import { Icon } from "../../ui/icon.tsx";

/** Whether the proof of an erasure holds, whose vaults said so, and which part fails where it does not. */
export function ErasureOutcome({
  verdict: { ok, checks, fact },
  zoneOffsetMinutes,
  again,
}: {
  verdict: ErasureVerdict;
  zoneOffsetMinutes: number;
  again(): void;
}) {
  const { t } = useText();
  return (
    <>
      <div className={`verdict ${ok ? "ok" : "bad"}`} role={ok ? "status" : "alert"}>
        <span className={ok ? "ok" : "bad"}>
          <Icon name={ok ? "tick" : "cross"} size={52} />
        </span>
        <h1>{t(ok ? "verify.erasure.good" : "verify.erasure.bad")}</h1>
        <p>{t(ok ? "verify.erasure.good.why" : "verify.erasure.bad.why")}</p>
      </div>
      {fact && <Vaults fact={fact} zoneOffsetMinutes={zoneOffsetMinutes} />}
      <section className="section">
        <h2>{t("verify.day.checks")}</h2>
        <ul className="checks">
          {checks.map(({ name, ok: holds, detail }) => (
            <li key={name} className="check">
              <span className={holds ? "ok" : "bad"}>
                <Icon name={holds ? "tick" : "cross"} size={20} />
              </span>
              <div>
                {holds ? t(`verify.erasure.check.${name}`) : <b className="bad">{t(`verify.erasure.fails.${name}`)}</b>}
                {!holds && <div className="mono sm i2">{detail}</div>}
              </div>
            </li>
          ))}
        </ul>
        <p className="i2 sm">{t("verify.erasure.word")}</p>
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

function Vaults({ fact, zoneOffsetMinutes }: { fact: NonNullable<ErasureVerdict["fact"]>; zoneOffsetMinutes: number }) {
  const { t, language } = useText();
  const { erasure, subjects, askedMs, decidedMs, vaults } = fact;
  const time = (timeMs: number) => timeText(timeMs, { language, zoneOffsetMinutes });
  const rows = [
    [t("verify.erasure.number"), erasure],
    [t("verify.erasure.files", { count: subjects.length }), subjects.join(" ")],
    [t("verify.erasure.asked"), time(askedMs)],
    [t("verify.erasure.decided"), time(decidedMs)],
    ...vaults.map(({ organisation, timeMs }) => [organisation, time(timeMs)]),
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
