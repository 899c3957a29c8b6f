import { findField } from "@mingbai/registry/content/form/find-field";
import type { Language } from "../../i18n/language.ts";
import { form } from "../registry/form-words.ts";

/** What a field is called, whosever it is. */
export function fieldTitle(id: string, language: Language): string {
  const field = findField(form, "person", id) ?? findField(form, "household", id);
  return field === undefined ? id : field.label[language];
}
