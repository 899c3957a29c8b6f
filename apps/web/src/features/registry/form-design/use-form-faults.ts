import type { ContradictionRules } from "@mingbai/registry/content/compare/rule-set";
import { type FormDefinition, FormDefinition as FormShape } from "@mingbai/registry/content/form/definition";
import { findField } from "@mingbai/registry/content/form/find-field";
import { findFormFaults } from "@mingbai/registry/content/form/find-form-faults";
import { findRuleMisfits, type RuleMisfit } from "@mingbai/registry/content/form/find-rule-misfits";
import type { EntryPolicy } from "@mingbai/registry/content/policy/entry-policy";
import { useMemo } from "react";
import { useText } from "../../../i18n/use-text.ts";

export interface Published {
  readonly rules: ContradictionRules;
  readonly policy: EntryPolicy;
}

/** Everything that keeps the form from being voted; once it is known what is published, also what of that would not fit it. */
export function useFormFaults(
  inForce: FormDefinition,
  draft: FormDefinition,
  published?: Published,
): readonly string[] {
  const { t, language } = useText();
  return useMemo(() => {
    const empty = draft.sections.filter(({ fields }) => fields.length === 0);
    if (empty.length > 0) return empty.map(({ title }) => t("design.check.sectionEmpty", { section: title[language] }));
    const shape = FormShape.safeParse(draft);
    if (!shape.success) return shape.error.issues.map(({ message }) => message);
    const faults = findFormFaults(inForce, draft).map((fault) => fault[language]);
    if (published === undefined) return faults;
    const misfitText = (misfit: RuleMisfit): string => {
      const { of, id, field } = misfit;
      const known = findField(inForce, "household", field) ?? findField(inForce, "person", field);
      const names = { field: known?.label[language] ?? field, why: misfit[language] };
      if (of === "policy")
        return t("design.check.policy", { ...names, condition: conditionTitle(published.policy, id) });
      return t("design.check.rule", { ...names, rule: ruleTitle(published.rules, id) });
    };
    const ruleTitle = ({ rules }: ContradictionRules, id: string) =>
      rules.find((rule) => rule.id === id)?.title[language] ?? id;
    const conditionTitle = ({ conditions, exit }: EntryPolicy, id: string) =>
      [...conditions, ...exit.conditions].find((one) => one.id === id)?.title[language] ?? id;
    return [...faults, ...findRuleMisfits({ before: inForce, next: draft }, published).map(misfitText)];
  }, [inForce, draft, published, language, t]);
}
