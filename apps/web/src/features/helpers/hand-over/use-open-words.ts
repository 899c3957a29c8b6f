import type { HandedOver } from "@mingbai/registry/views/help";
import { useText } from "../../../i18n/use-text.ts";
import { useFormat } from "../../../ui/use-format.ts";
import { useHelperWords } from "../use-helper-words.ts";

/** What is open in a household that was handed over, in words. */
export function useOpenWords(): (row: HandedOver) => readonly string[] {
  const { t, language } = useText();
  const { timeInYear } = useFormat();
  const { join } = useHelperWords();
  return ({ case: found, openFields, unansweredMs, readers }) => {
    const stage = found && t(`cases.stage.${found.stage}`);
    const due = found?.dueMs;
    return [
      ...(stage === null
        ? []
        : [due == null ? t("handover.case", { stage }) : t("handover.case.due", { stage, day: timeInYear(due) })]),
      ...(unansweredMs === null ? [] : [t("handover.message", { day: timeInYear(unansweredMs) })]),
      ...(openFields === 0 ? [] : [t("handover.fields", { count: openFields })]),
      ...(readers.length === 0 ? [] : [t("handover.readers", { names: join(readers.map((one) => one[language])) })]),
    ];
  };
}
