import type { Stage } from "@mingbai/registry/stages";
import type { CaseFile } from "@mingbai/registry/views/cases";
import { useText } from "../../../i18n/use-text.ts";
import { StepList } from "../../../ui/step-list.tsx";

const way = ["check", "review", "notice", "decide"] as const;

/** How many steps are behind; the one after them is in hand. */
const behind: { readonly [stage in Stage]: number } = {
  applied: 0,
  checked: 1,
  passed: 2,
  noticed: 2,
  heard: 3,
  observed: 4,
  accepted: 5,
  declined: 4,
  withdrawn: 0,
  returned: 5,
};

/** How far it has come: village check, review, public notice, decision; of an exit, observation. */
export function Progress({ found: { stage, kind } }: { found: Pick<CaseFile, "stage" | "kind"> }) {
  const { t } = useText();
  const steps = kind === "exit" ? [...way, "observe" as const] : way;
  const isOver = ["accepted", "declined", "withdrawn", "returned"].includes(stage);
  const shown = steps.map((step) => ({ key: step, words: t(`cases.step.${step}`) }));
  return <StepList name={t("cases.progress")} steps={shown} behind={behind[stage]} isEnded={isOver} />;
}
