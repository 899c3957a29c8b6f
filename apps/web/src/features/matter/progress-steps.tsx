import type { Stage } from "@mingbai/workflow/stages";
import type { MatterDetail } from "@mingbai/workflow/views";
import { useText } from "../../i18n/use-text.ts";
import { Icon } from "../../ui/icon.tsx";

const way = ["submit", "review", "pay", "confirm"] as const;

/** How many of the four steps are behind; the one after them is in hand. */
const behind: { readonly [stage in Stage]: number } = {
  submitted: 1,
  returned: 0,
  passed: 2,
  disbursed: 3,
  disputed: 3,
  confirmed: 4,
  settled: 4,
  withdrawn: 0,
};

/** How far it has come: apply, review, pay, confirm. */
export function ProgressSteps({ matter }: { matter: Pick<MatterDetail, "stage" | "holder" | "addressee"> }) {
  const { t, language } = useText();
  const done = behind[matter.stage];
  const isEnded = matter.stage === "withdrawn";
  return (
    <ol className="progress-steps" aria-label={t("matter.progress")}>
      {way.map((step, index) => {
        const isNow = index === done && !isEnded;
        const state = index < done ? "done" : isNow ? "now" : "next";
        return (
          <li key={step} className={state} {...(isNow ? { "aria-current": "step" } : {})}>
            <Icon
              name={state === "done" ? "tick" : state === "now" ? "half" : "ring"}
              size={14}
              dashed={state === "next"}
            />
            <span>
              {t(`matter.step.${step}`)}
              {isNow && step === "review" && <span className="i3"> {matter.holder[language]}</span>}
              {index > done && step === "pay" && <span className="i3"> {t("matter.step.payer")}</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
