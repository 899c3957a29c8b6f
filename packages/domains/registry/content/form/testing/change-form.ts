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

/** A field that no county form has. */
export const solarField: FieldDefinition = {
  id: "solarPanels",
  label: { en: "Solar panels", zh: "光伏板" },
  class: "living",
  of: { type: "number", decimals: 1, unit: { en: "kW", zh: "千瓦" }, min: 0, max: 10_000 },
  aliases: ["光伏", "光伏容量"],
};
