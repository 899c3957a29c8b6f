import type {
  FieldDefinition,
  FormDefinition,
  SectionDefinition,
  SubjectKind,
} from "@mingbai/registry/content/form/definition";
import { sectionsOf } from "@mingbai/registry/content/form/find-field";

/** One place towards the beginning, or towards the end. */
export type Step = -1 | 1;

/** A form with a section put in: in the place of the one with this id, else as the last of its kind. */
export function putSection(form: FormDefinition, section: SectionDefinition): FormDefinition {
  const at = form.sections.findIndex(({ id }) => id === section.id);
  const last = form.sections.findLastIndex(({ of }) => of === section.of);
  return { ...form, sections: form.sections.toSpliced(at < 0 ? last + 1 : at, at < 0 ? 0 : 1, section) };
}

/** A section without fields that no other one has the id of; nobody sees the id. */
export function newSection(
  form: FormDefinition,
  named: Pick<SectionDefinition, "of" | "title" | "group">,
): SectionDefinition {
  const taken = new Set(form.sections.map(({ id }) => id));
  let number = 1;
  while (taken.has(`section${number}`)) number++;
  return { ...named, id: `section${number}`, fields: [] };
}

/** Without a section that has no fields any more. */
export function removeSection(form: FormDefinition, id: string): FormDefinition {
  return { ...form, sections: form.sections.filter((one) => one.id !== id || one.fields.length > 0) };
}

/** A section before or after its neighbour that asks about the same kind of subject; as it is where there is none. */
export function stepSection(form: FormDefinition, { id, of }: SectionDefinition, step: Step): FormDefinition {
  const places = form.sections.flatMap((one, at) => (one.of === of ? [at] : []));
  const place = places.findIndex((at) => form.sections[at]?.id === id);
  return { ...form, sections: swapped(form.sections, places[place], places[place + step]) };
}

/** A field before or after its neighbour in the section; as it is where there is none. */
export function stepField(form: FormDefinition, section: string, { id, step }: { id: string; step: Step }) {
  const sections = form.sections.map((one) => {
    const at = one.id === section ? one.fields.findIndex((field) => field.id === id) : -1;
    return at < 0 ? one : { ...one, fields: swapped(one.fields, at, at + step) };
  });
  return { ...form, sections };
}

/** Where a field goes: a section, and the field there that it stands after; as its first without one. */
export interface FieldGoal {
  readonly section: string;
  readonly after?: string | undefined;
}

/** A form with a field taken to another place, or to another section that asks about the same kind of subject. */
export function moveField(form: FormDefinition, of: SubjectKind, { id, to }: { id: string; to: FieldGoal }) {
  const field = sectionsOf(form, of)
    .flatMap(({ fields }) => fields)
    .find((one) => one.id === id);
  if (field === undefined) throw new Error(`the form has no field ${id} of a ${of}`);
  const sections = form.sections.map((section): SectionDefinition => {
    if (section.of !== of) return section;
    const others = section.fields.filter((one) => one.id !== id);
    return { ...section, fields: section.id === to.section ? inserted(others, field, to.after) : others };
  });
  return { ...form, sections };
}

function inserted(fields: readonly FieldDefinition[], field: FieldDefinition, after: string | undefined) {
  return fields.toSpliced(fields.findIndex(({ id }) => id === after) + 1, 0, field);
}

function swapped<One>(items: readonly One[], one: number | undefined, other: number | undefined): One[] {
  const [a, b] = [items[one ?? -1], items[other ?? -1]];
  if (a === undefined || b === undefined || one === undefined || other === undefined) return [...items];
  return items.with(one, b).with(other, a);
}
