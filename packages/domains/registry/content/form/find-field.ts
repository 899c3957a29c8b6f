import type {
  FieldClass,
  FieldDefinition,
  FormDefinition,
  Option,
  SectionDefinition,
  SubjectKind,
} from "./definition.ts";

/** The sections that ask about subjects of a kind, in the form's order. */
export function sectionsOf(form: FormDefinition, of: SubjectKind): readonly SectionDefinition[] {
  return form.sections.filter((section) => section.of === of);
}

/** All fields of a kind of subject, in the form's order. */
export function fieldsOfKind(form: FormDefinition, of: SubjectKind): readonly FieldDefinition[] {
  return sectionsOf(form, of).flatMap(({ fields }) => fields);
}

/** The sections with what is asked for today: retired fields are left out, and sections of nothing else. */
export function askedSections(form: FormDefinition, of: SubjectKind): readonly SectionDefinition[] {
  return sectionsOf(form, of)
    .map((section) => ({ ...section, fields: section.fields.filter(isAsked) }))
    .filter(({ fields }) => fields.length > 0);
}

export function askedFields(form: FormDefinition, of: SubjectKind): readonly FieldDefinition[] {
  return fieldsOfKind(form, of).filter(isAsked);
}

function isAsked({ retired }: FieldDefinition): boolean {
  return retired !== true;
}

/** Answers to choose from: those that are offered today, and retired ones that stand in the field. */
export function offeredOptions(options: readonly Option[], chosen: readonly string[]): readonly Option[] {
  return options.filter(({ code, retired }) => retired !== true || chosen.includes(code));
}

export function findField(form: FormDefinition, of: SubjectKind, id: string): FieldDefinition | undefined {
  return fieldsOfKind(form, of).find((field) => field.id === id);
}

/** Ids of the fields of these classes: what a grant of access opens of a file. */
export function fieldsOfClasses(form: FormDefinition, classes: readonly FieldClass[]): ReadonlySet<string> {
  const open = form.sections.flatMap(({ fields }) => fields.filter((field) => classes.includes(field.class)));
  return new Set(open.map(({ id }) => id));
}
