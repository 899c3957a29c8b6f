import type { DayCloseRow, Signed } from "@mingbai/treasury/views/bank-close";
import type { ReactNode } from "react";
import { useText } from "../../i18n/use-text.ts";
import { FactMark } from "../../ui/fact-mark.tsx";
import { Icon, type IconName } from "../../ui/icon.tsx";
import { useOrganisationName } from "../../ui/organisation-names.ts";
import { useFormat } from "../../ui/use-format.ts";
import { useDayProof } from "./use-day-proof.ts";

function Step({ icon, tone, name, children }: { icon: IconName; tone: string; name: ReactNode; children: ReactNode }) {
  return (
    <li>
      <span className={tone}>
        <Icon name={icon} size={16} />
      </span>
      <span>{name}</span>
      <span className="sm i2 num">{children}</span>
    </li>
  );
}

/** Who has signed the day and when: the bank its balance, the office the day, the bank the same. */
export function CloseSteps({
  isSigned,
  isOther,
  close,
}: {
  isSigned: boolean;
  isOther: boolean;
  close: DayCloseRow | undefined;
}) {
  const { t } = useText();
  const { timeInYear } = useFormat();
  const organisation = useOrganisationName();
  const step = (name: string, by: Signed | null | undefined, waits: string) =>
    by ? (
      <Step icon="tick" tone="ok" name={`${name} ${organisation(by.organisation)}`}>
        {timeInYear(by.timeMs)} <FactMark transactionId={by.transaction} title={name} />
      </Step>
    ) : (
      <Step icon="ring" tone="i3" name={name}>
        {waits}
      </Step>
    );
  const balance = isSigned ? "given" : isOther ? "other" : "none";
  return (
    <>
      <ul className="close-steps">
        <Step
          icon={isSigned ? "tick" : isOther ? "cross" : "ring"}
          tone={isSigned ? "ok" : isOther ? "bad" : "i3"}
          name={t("reconciliation.step.balance")}
        >
          {t(`reconciliation.step.balance.${balance}`)}
        </Step>
        {step(t("reconciliation.step.office"), close?.closed, t("reconciliation.step.office.waits"))}
        {step(
          t("reconciliation.step.bank"),
          close?.countersigned,
          t(close === undefined ? "reconciliation.step.bank.before" : "reconciliation.step.bank.waits"),
        )}
      </ul>
      {close?.state === "closed" && <ProofFile close={close} />}
    </>
  );
}

const verifyCommand = "mingbai verify";

function ProofFile({ close }: { close: DayCloseRow }) {
  const { t } = useText();
  const { save, problem } = useDayProof(close);
  return (
    <>
      <button type="button" className="btn p wide" onClick={() => void save()}>
        <Icon name="down" size={14} />
        {t("reconciliation.proof.save")}
      </button>
      <p className="sm i2">{t("reconciliation.proof.how", { command: verifyCommand })}</p>
      {problem !== undefined && (
        <p className="note bad" role="alert">
          <Icon name="cross" />
          <span>{t("reconciliation.proof.failed", { code: problem })}</span>
        </p>
      )}
    </>
  );
}
