import type { CaseFile, CaseStep } from "@mingbai/registry/views/cases";
import { useText } from "../../../i18n/use-text.ts";
import type { IconName } from "../../../ui/icon.tsx";
import type { Tone } from "../../../ui/state.tsx";
import { TimeLineItem } from "../../../ui/time-line-item.tsx";
import { stageLooks } from "../use-case-words.ts";
import { useStepWords } from "./use-step-words.ts";

const looks: { readonly [kind in Exclude<CaseStep["kind"], "moved">]: { icon: IconName; tone: Tone } } = {
  opened: { icon: "plus", tone: "br" },
  overdue: { icon: "clock", tone: "bad" },
  objected: { icon: "warn", tone: "bad" },
  answered: { icon: "forward", tone: "br" },
};

/** What happened, who, when, with which words; the newest on top, each with its proof mark. */
export function CaseTimeLine({ found }: { found: CaseFile }) {
  const { t } = useText();
  return (
    <section aria-labelledby="case-history">
      <h2 id="case-history">{t("cases.history")}</h2>
      <ol className="time-line">
        {found.steps
          .map((_, at) => found.steps.length - 1 - at)
          .map((at) => (
            <Step key={at} found={found} at={at} />
          ))}
      </ol>
    </section>
  );
}

function Step({ found, at }: { found: CaseFile; at: number }) {
  const { t } = useText();
  const wordsOf = useStepWords(found);
  const step = found.steps[at];
  if (step === undefined) return null;
  const isHidden = step.by === null && step.kind === "objected";
  const who =
    step.by === null ? t(isHidden ? "cases.by.somebody" : "cases.by.itself") : step.by.name || step.by.account;
  return (
    <TimeLineItem
      look={step.kind === "moved" ? stageLooks[step.stage] : looks[step.kind]}
      did={wordsOf(at)}
      transaction={step.transaction}
      who={step.onBehalf ? t("cases.by.onBehalf", { name: who }) : who}
      timeMs={step.timeMs}
    >
      {step.words !== null && <p className="said">{step.words}</p>}
    </TimeLineItem>
  );
}
