import type { FieldDefinition, FormDefinition } from "../definition.ts";

/** The next version of a form in which one field is another. */
export function withField(
  form: FormDefinition,
  id: string,
  change: (field: FieldDefinition) => FieldDefinition | undefined,
): FormDefinition {
  const sections = form.sections.map((section) => ({
    ...section,
    fields: section.fields.flatMap((field) => (field.id === id ? (change(field) ?? []) : [field])),
  }));
  return { ...form, version: form.version + 1, sections };
}

/** The next version of a form that asks one thing more of a household. */
export function withNewField(form: FormDefinition, field: FieldDefinition, section = "house"): FormDefinition {
  const sections = form.sections.map((one) => (one.id === section ? { ...one, fields: [...one.fields, field] } : one));
  return { ...form, version: form.version + 1, sections };
}

/** The next version of a form with its sections, or the fields of one, in another order. */
export function withOrder(
  form: FormDefinition,
  { section, ids }: { section?: string; ids(before: readonly string[]): readonly string[] },
): FormDefinition {
  const sections =
    section === undefined
      ? ordered(form.sections, ids)
      : form.sections.map((one) => (one.id === section ? { ...one, fields: ordered(one.fields, ids) } : one));
  return { ...form, version: form.version + 1, sections };
}

function ordered<One extends { readonly id: string }>(
  items: readonly One[],
  ids: (before: readonly string[]) => readonly string[],
): One[] {
  return ids(items.map(({ id }) => id)).flatMap((id) => items.find((one) => one.id === id) ?? []);
}

/** A field that no county form has. */
export const solarField: FieldDefinition = {
  id: "solarPanels",
  label: { en: "Solar panels", zh: "光伏板" },
  class: "living",
  of: { type: "number", decimals: 1, unit: { en: "kW", zh: "千瓦" }, min: 0, max: 10_000 },
  aliases: ["光伏", "光伏容量"],
};
