import type { MatterDetail, MatterStep } from "@mingbai/workflow/views";
import { useText } from "../../i18n/use-text.ts";
import { FactMark } from "../../ui/fact-mark.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { stepLook, useStepWords } from "./step-words.ts";
import { usePartyText } from "./use-party-text.ts";

function Step({ number, step }: { number: string; step: MatterStep }) {
  const { t } = useText();
  const { time } = useFormat();
  const wordsOf = useStepWords();
  const partyText = usePartyText();
  const { icon, tone } = stepLook(step.act);
  const did = wordsOf(step);
  return (
    <li>
      <span className={`dot ${tone}`}>
        <Icon name={icon} size={15} />
      </span>
      <div>
        <p className="row">
          <b>{did}</b>
          <span className="sp" />
          <FactMark transactionId={step.transaction} title={`${number} ${did}`} />
        </p>
        <p className="sm i3">
          {step.by ? partyText(step.by) : t("matter.bySystem")} <span className="nw">{time(step.timeMs)}</span>
        </p>
        {step.words && step.words.message !== "" && <p className="said">{step.words.message}</p>}
        {step.words && step.words.reasons.length > 0 && (
          <ul className="said">
            {step.words.reasons.map(({ field, text }) => (
              <li key={field}>
                {t("matter.reasonOf", { field: t(`matter.field.${field}`) })}
                {text}
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

/** What happened, who, when, with which words; the newest on top, each with its proof mark. */
export function TimeLine({ matter, steps }: { matter: Pick<MatterDetail, "number">; steps: readonly MatterStep[] }) {
  return (
    <ol className="time-line">
      {[...steps].reverse().map((step) => (
        <Step key={`${step.transaction} ${step.act}`} number={matter.number} step={step} />
      ))}
    </ol>
  );
}
