import type { FieldClass, FieldDefinition, SubjectKind } from "@mingbai/registry/content/form/definition";
import { askedSections } from "@mingbai/registry/content/form/find-field";
import { form } from "./form.ts";

/** One screen of the form: the questions of a section, the people of the household, or what they say. */
export type FormPart =
  | {
      readonly kind: "questions";
      readonly id: string;
      readonly title: { readonly en: string; readonly zh: string };
      readonly fields: readonly FieldDefinition[];
    }
  | { readonly kind: "people" | "words" };

/** The questions of each section about a kind of subject, those that the writer may see, in the form's order. */
export function questionParts(of: SubjectKind, classes: readonly FieldClass[]): (FormPart & { kind: "questions" })[] {
  return askedSections(form, of).flatMap(({ id, title, fields }) => {
    const seen = fields.filter((field) => classes.includes(field.class));
    return seen.length === 0 ? [] : [{ kind: "questions", id, title, fields: seen }];
  });
}

/** The parts of a record in their order. */
export function householdParts(classes: readonly FieldClass[]): FormPart[] {
  return [...questionParts("household", classes), { kind: "people" }, { kind: "words" }];
}
