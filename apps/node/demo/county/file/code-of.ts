import { countyForm } from "@mingbai/registry/content/form/county/county-form";
import type { SubjectKind } from "@mingbai/registry/content/form/definition";
import { findField } from "@mingbai/registry/content/form/find-field";

/** The form's code for an answer by its Chinese words, so that nothing here depends on how the form numbers them. */
export function codeOf(of: SubjectKind, field: string, zh: string): string {
  const type = findField(countyForm, of, field)?.of;
  const options = type?.type === "choice" || type?.type === "choices" ? type.options : [];
  const option = options.find((one) => one.zh === zh || one.aliases?.includes(zh));
  if (option === undefined) throw new RangeError(`the form has no answer ${zh} for ${field}`);
  return option.code;
}

/** The same for several answers of one field. */
export function codesOf<K extends string>(
  of: SubjectKind,
  field: string,
  words: Readonly<Record<K, string>>,
): Readonly<Record<K, string>> {
  const entries = Object.entries<string>(words).map(([key, zh]) => [key, codeOf(of, field, zh)]);
  return Object.fromEntries(entries);
}
