import { canonicalBytes } from "@mingbai/codec/canonical-json";
import { findRuleFaults } from "../check/find-rule-faults.ts";
import { type FieldDefinition, type FormDefinition, formBytesMax, subjectKinds } from "./definition.ts";
import { fieldsOfKind, findField } from "./find-field.ts";
import { findFieldFaults } from "./find-field-faults.ts";
import { type FormFault, fieldFault, formFault } from "./form-fault.ts";
import { knownFields } from "./known-fields.ts";

/**
 * What keeps `next` from following `before`: every file that was ever filled in must still be read, and mean the same, by the
 * form in force. So fields stay where they are with type, unit and who may see them; what is no longer asked for is retired.
 * Pure: members judge a vote by it.
 */
export function findFormFaults(before: FormDefinition, next: FormDefinition): readonly FormFault[] {
  return [...findSizeFault(next), ...findKeptFaults(before, next), ...findOwnFaults(next)];
}

function findSizeFault(form: FormDefinition): FormFault[] {
  const bytes = canonicalBytes(form).length;
  if (bytes <= formBytesMax) return [];
  const values = { bytes, max: formBytesMax };
  return [formFault("FORM_TOO_LARGE", "", { en: values, zh: values })];
}

function findKeptFaults(before: FormDefinition, next: FormDefinition): FormFault[] {
  return subjectKinds.flatMap((of) =>
    fieldsOfKind(before, of).flatMap((was): readonly FormFault[] => {
      const is = findField(next, of, was.id);
      return is === undefined ? [fieldFault("FIELD_GONE", was)] : findFieldFaults(was, is);
    }),
  );
}

/** What is wrong with a form whatever was before it. */
function findOwnFaults(form: FormDefinition): FormFault[] {
  const fields = subjectKinds.flatMap((of) => {
    const asked = fieldsOfKind(form, of).filter(({ retired }) => retired !== true);
    const known: readonly string[] = Object.values(knownFields[of]);
    return [
      ...fieldsOfKind(form, of)
        .filter(({ id, retired }) => retired === true && known.includes(id))
        .map((field) => fieldFault("FIELD_KNOWN", field)),
      ...asked.filter((_, at) => isCalledLikeOneBefore(asked, at)).map((field) => fieldFault("LABEL_TWICE", field)),
      ...asked.flatMap(findOptionFaults),
    ];
  });
  const sections = form.sections
    .filter(({ id }, at) => form.sections.findIndex((other) => other.id === id) !== at)
    .map(({ id }) => formFault("SECTION_TWICE", id, { en: { section: id }, zh: { section: id } }));
  const rules = findRuleFaults(form).map(({ rule, fault }) =>
    formFault("RULE_FAULT", rule, { en: { rule, fault: fault.en }, zh: { rule, fault: fault.zh } }),
  );
  return [...sections, ...fields, ...rules];
}

function isCalledLikeOneBefore(fields: readonly FieldDefinition[], at: number): boolean {
  const label = fields[at]?.label;
  return fields.slice(0, at).some((other) => other.label.zh === label?.zh || other.label.en === label?.en);
}

function findOptionFaults(field: FieldDefinition): FormFault[] {
  if (!("options" in field.of)) return [];
  const { options } = field.of;
  const twice = options.find(({ code }, at) => options.findIndex((other) => other.code === code) !== at);
  return [
    ...(twice === undefined ? [] : [fieldFault("OPTION_TWICE", field, twice.code)]),
    ...(options.every(({ retired }) => retired === true) ? [fieldFault("OPTIONS_NONE", field)] : []),
  ];
}
