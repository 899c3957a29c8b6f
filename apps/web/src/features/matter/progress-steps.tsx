import type { Stage } from "@mingbai/workflow/stages";
import type { MatterDetail } from "@mingbai/workflow/views";
import { useText } from "../../i18n/use-text.ts";
import { StepList } from "../../ui/step-list.tsx";

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
  const steps = way.map((step, index) => ({
    key: step,
    words: (
      <>
        {t(`matter.step.${step}`)}
        {index === done && step === "review" && <span className="i3"> {matter.holder[language]}</span>}
        {index > done && step === "pay" && <span className="i3"> {t("matter.step.payer")}</span>}
      </>
    ),
  }));
  return <StepList name={t("matter.progress")} steps={steps} behind={done} isEnded={matter.stage === "withdrawn"} />;
}
