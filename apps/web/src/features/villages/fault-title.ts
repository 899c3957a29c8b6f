import { useText } from "../../i18n/use-text.ts";
import { form } from "../registry/form-words.ts";

const named = [
  "NOBODY",
  "PEOPLE_TOO_MANY",
  "REQUIRED",
  "IDENTITY_BIRTH",
  "IDENTITY_SEX",
  "PERSON_TWICE",
  "CHARACTER",
  "TOO_SHORT",
  "TOO_LONG",
  "PROVINCE",
  "BIRTH_DATE",
  "BIRTH_TOO_EARLY",
  "BIRTH_LATER",
  "ROUNDED",
  "CHECK_DIGIT",
] as const;

/** What a fault is called where many of its kind are counted, without anybody's values: by its code, or the form's rule. */
export function useFaultTitle(): (id: string) => string {
  const { t, language } = useText();
  return (id) => {
    const rule = form.rules.find((one) => one.id === id);
    if (rule !== undefined) return rule.words[language];
    const known = named.find((one) => one === id);
    return known === undefined ? t("village.fault.other", { code: id }) : t(`village.fault.${known}`);
  };
}
