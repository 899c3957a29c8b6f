import type { DayVerdict } from "@mingbai/sdk/verify-day-proof";
import type { ErasureVerdict } from "@mingbai/sdk/verify-erasure-proof";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useText } from "../../i18n/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { receiptName, rememberChecked } from "./checked-receipts.ts";
import { DayOutcome } from "./day-outcome.tsx";
import { ErasureOutcome } from "./erasure-outcome.tsx";
import type { Verdict } from "./verdict.ts";
import { VerdictFact } from "./verdict-fact.tsx";
import { VerdictChecks, VerdictDetails, VerdictHead } from "./verdict-view.tsx";
import { useVerifier } from "./verify-context.ts";
import { VerifyForm } from "./verify-form.tsx";

type Shown =
  | { readonly at: "form" }
  | { readonly at: "working" }
  | { readonly at: "unreadable" }
  | { readonly at: "verdict"; readonly verdict: Verdict }
  | { readonly at: "day"; readonly day: DayVerdict }
  | { readonly at: "erasure"; readonly erasure: ErasureVerdict };

/**
 * The whole of verifying: form, then verdict, fact, checks, what to do. The same part stands in the staff application
 * and in the single file that works from a disk. `more` adds a way on for a good receipt; `below` stands under the form.
 */
export function VerifyPanel({
  zoneOffsetMinutes,
  more,
  below,
  title,
}: {
  zoneOffsetMinutes: number;
  more?: (verdict: Verdict) => ReactNode;
  below?: ReactNode;
  title: ReactNode;
}) {
  const { t } = useText();
  const { verify, verifyDay, verifyErasure, pinnedKeys } = useVerifier();
  const [shown, setShown] = useState<Shown>({ at: "form" });
  const result = useRef<HTMLDivElement>(null);

  const check = async (text: string) => {
    setShown({ at: "working" });
    const day = await verifyDay(text, { pinnedKeys });
    if (day !== undefined) return setShown({ at: "day", day });
    const erasure = await verifyErasure(text, { pinnedKeys });
    if (erasure !== undefined) return setShown({ at: "erasure", erasure });
    const verdict = await verify(text, { pinnedKeys });
    if (verdict?.fact) rememberChecked(receiptName(verdict.fact.id, verdict.fact.line), verdict.ok);
    setShown(verdict ? { at: "verdict", verdict } : { at: "unreadable" });
  };
  useEffect(() => {
    if (shown.at !== "form" && shown.at !== "working") result.current?.focus();
  }, [shown]);

  const again = () => setShown({ at: "form" });
  if (shown.at === "form") {
    return (
      <div className="verify-page">
        {title}
        <p className="i2">{t("verify.lead")}</p>
        <VerifyForm onReceipt={check} />
        {pinnedKeys.length === 0 && (
          <p className="warn row">
            <Icon name="warn" />
            {t("verify.keys.none")}
          </p>
        )}
        {below}
      </div>
    );
  }
  return (
    <div className="verify-page" ref={result} tabIndex={-1}>
      {shown.at === "working" && (
        <>
          {title}
          <p role="status">{t("verify.working")}</p>
        </>
      )}
      {shown.at === "unreadable" && <Unreadable again={again} />}
      {shown.at === "day" && <DayOutcome verdict={shown.day} again={again} />}
      {shown.at === "erasure" && (
        <ErasureOutcome verdict={shown.erasure} zoneOffsetMinutes={zoneOffsetMinutes} again={again} />
      )}
      {shown.at === "verdict" && (
        <Outcome verdict={shown.verdict} zoneOffsetMinutes={zoneOffsetMinutes} again={again} more={more} />
      )}
    </div>
  );
}

function Unreadable({ again }: { again(): void }) {
  const { t } = useText();
  return (
    <div className="section" role="alert">
      <h1 className="row">
        <span className="warn">
          <Icon name="warn" size={28} />
        </span>
        {t("verify.unreadable")}
      </h1>
      <p>{t("verify.unreadable.why")}</p>
      <div className="verify-actions">
        <button type="button" className="btn p" onClick={again}>
          {t("verify.again")}
        </button>
      </div>
    </div>
  );
}

function Outcome({
  verdict,
  zoneOffsetMinutes,
  again,
  more,
}: {
  verdict: Verdict;
  zoneOffsetMinutes: number;
  again(): void;
  more: ((verdict: Verdict) => ReactNode) | undefined;
}) {
  const { t } = useText();
  const heading = verdict.ok || verdict.unknownKey ? "verify.checks.good" : "verify.checks.bad";
  const checks = (
    <section className="section">
      <h2>{t(heading)}</h2>
      <VerdictChecks verdict={verdict} />
      <p className="i2 sm">{t("verify.local")}</p>
    </section>
  );
  return (
    <>
      <VerdictHead verdict={verdict} heading="h1" />
      {verdict.ok ? (
        <>
          {verdict.fact && (
            <section className="section">
              <VerdictFact fact={verdict.fact} zoneOffsetMinutes={zoneOffsetMinutes} />
            </section>
          )}
          {checks}
        </>
      ) : (
        <>
          {checks}
          <section className="section">
            <h2>{t("verify.youCan")}</h2>
            <p>{t(verdict.unknownKey ? "verify.unknown.how" : "verify.youCan.how")}</p>
          </section>
        </>
      )}
      <div className="verify-actions">
        {verdict.ok && more?.(verdict)}
        <button type="button" className={verdict.ok ? "btn" : "btn p"} onClick={again}>
          {t("verify.again")}
        </button>
        <button type="button" className="btn" onClick={() => window.print()}>
          <Icon name="print" />
          {t("verify.print")}
        </button>
      </div>
      <VerdictDetails verdict={verdict} />
    </>
  );
}
