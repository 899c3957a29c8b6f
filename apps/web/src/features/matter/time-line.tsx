import type { MatterDetail, MatterStep } from "@mingbai/workflow/views";
import { useText } from "../../i18n/use-text.ts";
import { TimeLineItem } from "../../ui/time-line-item.tsx";
import { stepLook, useStepWords } from "./step-words.ts";
import { usePartyText } from "./use-party-text.ts";

function Step({ number, step }: { number: string; step: MatterStep }) {
  const { t } = useText();
  const wordsOf = useStepWords();
  const partyText = usePartyText();
  const did = wordsOf(step);
  const { message = "", reasons = [] } = step.words ?? {};
  return (
    <TimeLineItem
      look={stepLook(step.act)}
      did={did}
      title={`${number} ${did}`}
      transaction={step.transaction}
      who={step.by ? partyText(step.by) : t("matter.bySystem")}
      timeMs={step.timeMs}
      below={
        <>
          {message !== "" && <p className="said">{message}</p>}
          {reasons.length > 0 && (
            <ul className="said">
              {reasons.map(({ field, text }) => (
                <li key={field}>
                  {t("matter.reasonOf", { field: t(`matter.field.${field}`) })}
                  {text}
                </li>
              ))}
            </ul>
          )}
        </>
      }
    />
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
