import type { CaseFile } from "@mingbai/registry/views/cases";
import { useText } from "../../../i18n/use-text.ts";

/** What a step of a case did, in words; `at`: its place among the steps. */
export function useStepWords({ steps, kind }: Pick<CaseFile, "steps" | "kind">): (at: number) => string {
  const { t } = useText();
  return (at) => {
    const step = steps[at];
    if (step === undefined) return "";
    const number = (step.objection ?? 0) + 1;
    switch (step.kind) {
      case "opened":
        return t(`cases.did.opened.${kind}`);
      case "overdue":
        return t("cases.did.overdue");
      case "objected":
        return t("cases.did.objected", { number });
      case "answered":
        return t("cases.did.answered", { number });
      case "moved":
        break;
    }
    const before = steps.slice(0, at).findLast(({ kind: of }) => of === "opened" || of === "moved")?.stage;
    if (step.stage === "heard") return t(before === "checked" ? "cases.did.against" : "cases.did.heard");
    if (step.stage === "applied") return t(before === "checked" ? "cases.did.sentBack" : "cases.did.decidedBack");
    if (step.stage === "accepted") return t(step.by === null ? "cases.did.lasted" : `cases.did.accepted.${kind}`);
    return t(`cases.did.${step.stage}`);
  };
}
