import { useText } from "../../i18n/use-text.ts";
import { hashText } from "../../ui/hash.tsx";
import { Icon } from "../../ui/icon.tsx";
import { ProofSlip } from "../../ui/proof-mark.tsx";
import { checkWords } from "./check-words.ts";
import type { ShownCheck, ShownFact, Verdict } from "./verdict.ts";

/** The verdict in words and shape, before anything else: a green slip with a tick, or a red one with a cross. */
export function VerdictHead({ verdict, heading }: { verdict: Verdict; heading: "h1" | "h2" }) {
  const { t } = useText();
  const Heading = heading;
  if (verdict.unknownKey) {
    return (
      <div className="verdict unknown" role="alert">
        <span className="warn">
          <Icon name="warn" size={52} />
        </span>
        <Heading>{t("verify.unknown")}</Heading>
        <p>
          <b>{t("verify.bad.first")}</b>
          {t("verify.unknown.why")}
        </p>
      </div>
    );
  }
  return (
    <div className={`verdict ${verdict.ok ? "ok" : "bad"}`} role={verdict.ok ? "status" : "alert"}>
      <span className={verdict.ok ? "ok" : "bad"}>
        {verdict.ok ? <ProofSlip proof="verified" size={52} /> : <BadSlip />}
      </span>
      <Heading>{t(verdict.ok ? "verify.good" : "verify.bad")}</Heading>
      {verdict.ok ? (
        <p>{t("verify.good.why")}</p>
      ) : (
        <p>
          <b>{t("verify.bad.first")}</b>
          {t("verify.bad.why")}
        </p>
      )}
    </div>
  );
}

function BadSlip() {
  return (
    <svg width="52" height="52" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M2.500 2h8l3 3v9h-11z" fill="currentColor" />
      <path d="M6 6.800l4.200 4.200M10.200 6.800L6 11" stroke="var(--sheet)" strokeWidth="1.4" strokeLinecap="round" />
    </svg>
  );
}

const shapes = { ok: "tick", bad: "cross", unknown: "tick" } as const;

function Check({ check, fact }: { check: ShownCheck; fact: ShownFact | undefined }) {
  const { t } = useText();
  const state = check.ok === null ? "unknown" : check.ok ? "ok" : "bad";
  const words = checkWords(check, fact, t);
  return (
    <li className="check">
      {state === "unknown" ? (
        <svg className="i3" width="20" height="20" viewBox="0 0 16 16" fill="none" aria-hidden="true">
          <circle cx="8" cy="8" r="5.500" stroke="currentColor" strokeWidth="1.4" strokeDasharray="2.4 2" />
        </svg>
      ) : (
        <span className={state}>
          <Icon name={shapes[state]} size={20} />
        </span>
      )}
      <div>
        {state === "bad" ? <b className="bad">{words.title}</b> : <span>{words.title}</span>}
        {words.more && <div className="sm i2">{words.more}</div>}
      </div>
    </li>
  );
}

/** The four checks, what failed first: good and bad differ in order too. */
export function VerdictChecks({ verdict }: { verdict: Verdict }) {
  const order = (check: ShownCheck) => (check.ok === false ? 0 : check.ok ? 1 : 2);
  const checks = verdict.ok ? verdict.checks : [...verdict.checks].sort((a, b) => order(a) - order(b));
  return (
    <ul className="checks">
      {checks.map((check) => (
        <Check key={check.name} check={check} fact={verdict.fact} />
      ))}
    </ul>
  );
}

/** Hashes and numbers for auditors and engineers, folded. */
export function VerdictDetails({ verdict, open = false }: { verdict: Verdict; open?: boolean }) {
  const { t } = useText();
  const { fact } = verdict;
  return (
    <details className="technical" {...(open ? { open: true } : {})}>
      <summary>{t("ui.technical")}</summary>
      <dl className="dl sm">
        {fact && (
          <>
            <dt>{t("verify.detail.id")}</dt>
            <dd className="mono">{hashText(fact.id)}</dd>
            <dt>{t("verify.detail.height")}</dt>
            <dd className="mono">{fact.height.toLocaleString("en-US")}</dd>
            <dt>{t("verify.fact.place")}</dt>
            <dd className="mono">
              {fact.index + 1} / {fact.size}
            </dd>
          </>
        )}
        {verdict.checks.map((check) => (
          <div key={check.name} className="contents">
            <dt className="mono">{check.name}</dt>
            <dd className="mono">{check.ok ? "ok" : check.detail}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
