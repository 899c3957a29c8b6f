import type { ErasureLine } from "@mingbai/registry/views/erasures";
import type { ReactNode } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { FactMark } from "../../../ui/fact-mark.tsx";
import { State } from "../../../ui/state.tsx";
import { useFormat } from "../../../ui/use-format.ts";

/** Asked, decided, and each vault in its turn: what is done with its receipt, and who is still missing. */
export function ErasureSteps({ row }: { row: ErasureLine }) {
  const { t, language } = useText();
  const { time } = useFormat();
  const { asked, decided, vaults, state, completedMs } = row;
  const nameOf = ({ account, name }: { account: string; name: string }) => (name === "" ? account : name);
  return (
    <section aria-labelledby="erasure-steps">
      <h2 id="erasure-steps">{t("erasures.steps")}</h2>
      <ol className="erasure-steps">
        <Step title={t("erasures.step.asked")} transaction={asked.transaction}>
          {t("erasures.by", { name: nameOf(asked.by), time: time(asked.timeMs) })}
        </Step>
        {decided === null ? (
          <Step title={t("erasures.step.decide")}>{t("erasures.waits")}</Step>
        ) : (
          <Step
            title={t(state === "declined" ? "erasures.step.declined" : "erasures.step.approved")}
            transaction={decided.transaction}
          >
            {t("erasures.by", { name: nameOf(decided.by), time: time(decided.timeMs) })}
          </Step>
        )}
        {vaults.map(({ organisation, said }) => (
          <Step
            key={organisation.id}
            title={t(said === null ? "erasures.vault.owes" : "erasures.vault.said", {
              organisation: organisation[language],
            })}
            {...(said !== null && { transaction: said.transaction })}
          >
            {said === null ? t("erasures.vault.missing") : time(said.timeMs)}
          </Step>
        ))}
        {completedMs !== null && (
          <Step title={t("erasures.step.complete")} isEnd>
            {time(completedMs)}
          </Step>
        )}
      </ol>
    </section>
  );
}

function Step({
  title,
  transaction,
  isEnd = false,
  children,
}: {
  title: string;
  /** Absent for what is still to come. */
  transaction?: string;
  isEnd?: boolean;
  children: ReactNode;
}) {
  const isDone = transaction !== undefined || isEnd;
  return (
    <li>
      <State icon={isDone ? "tick" : "clock"} tone={isDone ? "ok" : "warn"}>
        {title}
      </State>
      <span className="sm i2 num">{children}</span>
      {transaction !== undefined && <FactMark transactionId={transaction} title={title} />}
    </li>
  );
}
