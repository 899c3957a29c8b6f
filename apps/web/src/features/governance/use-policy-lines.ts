import type { EntryPolicy, PolicyCondition } from "@mingbai/registry/content/policy/entry-policy";
import { useText } from "../../i18n/use-text.ts";
import { useFormat } from "../../ui/use-format.ts";
import type { ChangeLine } from "./change-line.ts";

const dayNames = ["villageCheck", "review", "publicNotice", "decision", "observation"] as const;
const monthNames = ["incomeMonths", "observationMonths"] as const;

/** A policy beside the one before it, number by number and condition by condition; a condition reads as its rule. */
export function usePolicyLines(): (after: EntryPolicy, before: EntryPolicy | undefined) => readonly ChangeLine[] {
  const { t, language } = useText();
  const { moneyWithUnit } = useFormat();
  const lineOf = (what: string, before: EntryPolicy | undefined, after: EntryPolicy) => ({
    with: (say: (policy: EntryPolicy) => string): ChangeLine => {
      return { what, before: before === undefined ? t("governance.policy.none") : say(before), after: say(after) };
    },
  });
  const kinds = (list: EntryPolicy["formula"]["adds"]): string =>
    list.map(({ words }) => words[language]).join(language === "zh" ? "、" : ", ");
  const conditionLines = (
    of: "entry" | "exit",
    after: readonly PolicyCondition[],
    before: readonly PolicyCondition[],
  ): ChangeLine[] => {
    const ids = [...new Set([...before, ...after].map(({ id }) => id))];
    return ids.map((id) => {
      const [was, is] = [before, after].map((list) => list.find((one) => one.id === id));
      const none = t("governance.policy.none");
      const title = (is ?? was)?.title[language] ?? id;
      return { what: t(`governance.policy.${of}`, { title }), before: was?.when ?? none, after: is?.when ?? none };
    });
  };
  return (after, before) => {
    const line = (what: string) => lineOf(what, before, after);
    return [
      line(t("governance.policy.incomeLine")).with(({ incomeLine }) => moneyWithUnit(incomeLine)),
      line(t("governance.policy.adds")).with(({ formula }) => kinds(formula.adds)),
      line(t("governance.policy.deducts")).with(({ formula }) => kinds(formula.deducts)),
      ...dayNames.map((name) =>
        line(t(`governance.policy.days.${name}`)).with(({ days }) => t("governance.value.days", { value: days[name] })),
      ),
      ...monthNames.map((name) =>
        line(t(`governance.policy.months.${name}`)).with(({ exit }) =>
          t("governance.policy.months", { value: exit[name] }),
        ),
      ),
      ...conditionLines("entry", after.conditions, before?.conditions ?? []),
      ...conditionLines("exit", after.exit.conditions, before?.exit.conditions ?? []),
    ];
  };
}
