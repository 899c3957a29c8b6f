import { useText } from "../../i18n/use-text.ts";
import { StepList } from "../../ui/step-list.tsx";

export const listSteps = ["file", "checks", "propose", "approve", "send", "result"] as const;
export type ListStep = (typeof listSteps)[number];

/** Where a list is on its way; everything before `now` is done. */
export function ListSteps({ now }: { now: ListStep | "done" }) {
  const { t } = useText();
  const reached = now === "done" ? listSteps.length : listSteps.indexOf(now);
  const steps = listSteps.map((step) => ({ key: step, words: t(`list.step.${step}`) }));
  return <StepList name={t("list.steps")} steps={steps} behind={reached} />;
}
