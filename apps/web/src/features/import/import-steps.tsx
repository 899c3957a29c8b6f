import { useText } from "../../i18n/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { type Phase, phases } from "./desk/desk-state.ts";

/** Where an import is on its way; everything before `now` is done. */
export function ImportSteps({ now }: { now: Phase }) {
  const { t } = useText();
  const reached = phases.indexOf(now);
  return (
    <ol className="progress-steps" aria-label={t("import.steps")}>
      {phases.map((step, index) => {
        const state = index < reached ? "done" : index === reached ? "now" : "next";
        return (
          <li key={step} className={state} {...(state === "now" ? { "aria-current": "step" } : {})}>
            <Icon
              name={state === "done" ? "tick" : state === "now" ? "half" : "ring"}
              size={14}
              dashed={state === "next"}
            />
            <span>{t(`import.step.${step}`)}</span>
          </li>
        );
      })}
    </ol>
  );
}
