import { useText } from "../../i18n/use-text.ts";
import { StepList } from "../../ui/step-list.tsx";
import { type Phase, phases } from "./desk/desk-state.ts";

/** Where an import is on its way; everything before `now` is done. */
export function ImportSteps({ now }: { now: Phase }) {
  const { t } = useText();
  const steps = phases.map((step) => ({ key: step, words: t(`import.step.${step}`) }));
  return <StepList name={t("import.steps")} steps={steps} behind={phases.indexOf(now)} />;
}
