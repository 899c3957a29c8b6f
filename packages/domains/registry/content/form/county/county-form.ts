import { FormDefinition } from "../definition.ts";
import { householdSections } from "./household.ts";
import { personSections } from "./person.ts";
import { countyRules } from "./rules.ts";

/** The form that every ledger begins with: the fields of the registration forms that counties use. */
export const countyForm: FormDefinition = FormDefinition.parse({
  version: 1,
  title: { en: "Household file", zh: "建档立卡档案" },
  sections: [...householdSections, ...personSections],
  rules: countyRules,
});
