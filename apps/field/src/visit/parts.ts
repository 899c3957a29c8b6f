import { countyForm } from "@mingbai/registry/content/form/county/county-form";
import type { FieldClass, FieldDefinition, SubjectKind } from "@mingbai/registry/content/form/definition";
import { sectionsOf } from "@mingbai/registry/content/form/find-field";

/** The definition that files are filled in by. */
export const form = countyForm;

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
  return sectionsOf(form, of).flatMap(({ id, title, fields }) => {
    const seen = fields.filter((field) => classes.includes(field.class));
    return seen.length === 0 ? [] : [{ kind: "questions", id, title, fields: seen }];
  });
}

/** The parts of a record in their order. */
export function householdParts(classes: readonly FieldClass[]): FormPart[] {
  return [...questionParts("household", classes), { kind: "people" }, { kind: "words" }];
}
