import { useText } from "../../i18n/use-text.ts";
import { Icon } from "../../ui/icon.tsx";

export const listSteps = ["file", "checks", "propose", "approve", "send", "result"] as const;
export type ListStep = (typeof listSteps)[number];

/** Where a list is on its way; everything before `now` is done. */
export function ListSteps({ now }: { now: ListStep | "done" }) {
  const { t } = useText();
  const reached = now === "done" ? listSteps.length : listSteps.indexOf(now);
  return (
    <ol className="progress-steps" aria-label={t("list.steps")}>
      {listSteps.map((step, index) => {
        const state = index < reached ? "done" : index === reached ? "now" : "next";
        return (
          <li key={step} className={state} {...(state === "now" ? { "aria-current": "step" } : {})}>
            <Icon
              name={state === "done" ? "tick" : state === "now" ? "half" : "ring"}
              size={14}
              dashed={state === "next"}
            />
            <span>{t(`list.step.${step}`)}</span>
          </li>
        );
      })}
    </ol>
  );
}
