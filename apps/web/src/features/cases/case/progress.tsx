import type { Stage } from "@mingbai/registry/stages";
import type { CaseFile } from "@mingbai/registry/views/cases";
import { useText } from "../../../i18n/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";

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
  return (
    <ol className="progress-steps" aria-label={t("cases.progress")}>
      {steps.map((step, index) => {
        const isNow = index === behind[stage] && !isOver;
        const state = index < behind[stage] ? "done" : isNow ? "now" : "next";
        return (
          <li key={step} className={state} {...(isNow ? { "aria-current": "step" } : {})}>
            <Icon
              name={state === "done" ? "tick" : state === "now" ? "half" : "ring"}
              size={14}
              dashed={state === "next"}
            />
            <span>{t(`cases.step.${step}`)}</span>
          </li>
        );
      })}
    </ol>
  );
}
