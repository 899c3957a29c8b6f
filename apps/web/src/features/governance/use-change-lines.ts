import type { VotedChange } from "@mingbai/governance/schema";
import { parameters } from "@mingbai/governance/schema/parameters";
import type { Before } from "@mingbai/governance/views";
import { useText } from "../../i18n/use-text.ts";
import { useFormWords } from "../registry/form-design/use-form-words.ts";
import type { ChangeLine } from "./change-line.ts";
import { useChangeWords } from "./use-change-words.ts";
import { usePolicyLines } from "./use-policy-lines.ts";
import { useTieLines } from "./use-tie-lines.ts";

/** Rosters are tables of their own. */
export type LineChange = Exclude<VotedChange, { kind: "roster" | "handOver" }>;

/** What a proposal changes, line by line: only what differs. */
export function useChangeLines(): (change: LineChange, before: Before) => readonly ChangeLine[] {
  const { t, language } = useText();
  const words = useChangeWords();
  const yesNo = (is: boolean) => t(is ? "governance.value.yes" : "governance.value.no");
  const tieLines = useTieLines();
  const policyLines = usePolicyLines();
  const { changeLines: formLines } = useFormWords();
  const linesOf = (change: LineChange, before: Before): readonly ChangeLine[] => {
    switch (change.kind) {
      case "parameter":
        return [
          {
            what: parameters[change.name].title[language],
            before: words.valueText(change.name, before.value),
            after: words.valueText(change.name, change.value),
          },
        ];
      case "rule": {
        const was = before.rule ?? change.rule;
        const days = (openDays: number) => t("governance.value.days", { value: openDays });
        return [
          {
            what: t("governance.row.level"),
            before: words.levelText(was.level),
            after: words.levelText(change.rule.level),
          },
          {
            what: t("governance.row.threshold"),
            before: words.thresholdText(was.threshold),
            after: words.thresholdText(change.rule.threshold),
          },
          { what: t("governance.row.openDays"), before: days(was.openDays), after: days(change.rule.openDays) },
        ];
      }
      case "admitMember":
      case "removeMember":
        return [
          {
            what: t("governance.row.member"),
            before: yesNo(before.member === true),
            after: yesNo(change.kind === "admitMember"),
          },
        ];
      case "roleScope": {
        const was = before.roles ?? [];
        return [
          { what: t("governance.row.roles"), before: words.rolesText(was), after: words.rolesText(change.roles) },
        ];
      }
      case "tie":
        return tieLines(change.tie, before.tie);
      case "entryPolicy":
        return policyLines(change.policy, before.policy);
      case "householdForm":
        return before.form === undefined ? [] : formLines(before.form, change.form);
      case "confirmFreeze":
      case "liftFreeze":
        return [
          {
            what: t("governance.row.standing"),
            before: t(before.frozen === true ? "governance.value.frozen" : "governance.value.free"),
            after: t(change.kind === "confirmFreeze" ? "governance.value.frozen" : "governance.value.free"),
          },
        ];
    }
  };
  return (change, before) => linesOf(change, before).filter((line) => line.before !== line.after);
}
