import { writeText } from "@mingbai/registry/content/entry/write-text";
import type { Value } from "@mingbai/registry/content/file/value";
import { countyForm } from "@mingbai/registry/content/form/county/county-form";
import type { FieldDefinition, FormDefinition, SubjectKind } from "@mingbai/registry/content/form/definition";
import { findField, sectionsOf } from "@mingbai/registry/content/form/find-field";
import type { Language } from "../../i18n/language.ts";

/** The form that files are filled in by: the program's, until the node has said which is in force (`FormInForce`). */
export let form: FormDefinition = countyForm;

export function putInForce(newest: FormDefinition): void {
  form = newest;
}

/** A field of the form, which is there. */
export function getField(of: SubjectKind, id: string): FieldDefinition {
  const field = findField(form, of, id);
  if (field === undefined) throw new Error(`the form has no field ${id} of a ${of}`);
  return field;
}

/** The answers to choose from in a field of the form; none where it has no such. */
export function optionsOf({ of }: Pick<FieldDefinition, "of">) {
  return of.type === "choice" || of.type === "choices" ? of.options : [];
}

/** What a code of a field's answers means; the code itself where the form has it not, "" for none. */
export function optionText(of: SubjectKind, id: string, code: string, language: Language): string {
  return code === "" ? "" : writeText(getField(of, id), code, language);
}

/** A value with its unit, as a file shows it: 3.20 亩. */
export function valueText(field: FieldDefinition, value: Value, language: Language): string {
  const text = writeText(field, value, language);
  return field.of.type === "number" ? `${trimZeros(text)} ${field.of.unit[language]}` : text;
}

function trimZeros(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** The sections of one group that ask about one kind of subject. */
export function sectionsIn(group: "basic" | "money" | "relief", of: SubjectKind) {
  return sectionsOf(form, of).filter((section) => section.group === group);
}
