import type {
  FieldDefinition,
  FormDefinition,
  FormRule,
  SectionDefinition,
} from "@mingbai/registry/content/form/definition";

/** A form with a field put into one of its sections: in the place of the one with this id, else as its last. */
export function putField(form: FormDefinition, section: string, field: FieldDefinition): FormDefinition {
  return inSection(form, section, ({ fields }) =>
    fields.some(({ id }) => id === field.id)
      ? fields.map((one) => (one.id === field.id ? field : one))
      : [...fields, field],
  );
}

/** A field is no longer asked for, or is again. */
export function retireField(
  form: FormDefinition,
  section: string,
  { id, isRetired }: { id: string; isRetired: boolean },
): FormDefinition {
  return inSection(form, section, ({ fields }) =>
    fields.map((field) => {
      const { retired: _, ...asked } = field;
      if (field.id !== id) return field;
      return isRetired ? { ...asked, retired: true } : asked;
    }),
  );
}

/** Without a field that no version has had yet. */
export function removeField(form: FormDefinition, section: string, id: string): FormDefinition {
  return inSection(form, section, ({ fields }) => fields.filter((field) => field.id !== id));
}

export function putRule(form: FormDefinition, rule: FormRule): FormDefinition {
  const isKnown = form.rules.some(({ id }) => id === rule.id);
  return {
    ...form,
    rules: isKnown ? form.rules.map((one) => (one.id === rule.id ? rule : one)) : [...form.rules, rule],
  };
}

export function removeRule(form: FormDefinition, id: string): FormDefinition {
  return { ...form, rules: form.rules.filter((rule) => rule.id !== id) };
}

function inSection(
  form: FormDefinition,
  id: string,
  change: (section: SectionDefinition) => FieldDefinition[],
): FormDefinition {
  const sections = form.sections.map((one) => (one.id === id ? { ...one, fields: change(one) } : one));
  return { ...form, sections };
}
