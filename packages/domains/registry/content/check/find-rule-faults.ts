import { compileRule } from "@mingbai/rules/compile-rule";
import { isRuleFault, type RuleFault } from "@mingbai/rules/fault";
import type { FormDefinition } from "../form/definition.ts";
import { variablesOf } from "./form-rules.ts";

/** What keeps a form from being published: rules that are none for its fields. */
export function findRuleFaults(form: FormDefinition): readonly { readonly rule: string; readonly fault: RuleFault }[] {
  return form.rules.flatMap(({ id, of, when }) => {
    const compiled = compileRule({ text: when, variables: variablesOf(form, of) });
    return isRuleFault(compiled) ? [{ rule: id, fault: compiled }] : [];
  });
}
