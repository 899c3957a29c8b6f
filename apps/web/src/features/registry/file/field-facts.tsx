import type { Values } from "@mingbai/registry/content/file/value";
import type { FieldDefinition } from "@mingbai/registry/content/form/definition";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import { useText } from "../../../i18n/use-text.ts";
import { BasisNote } from "./basis-note.tsx";
import { useFieldText } from "./field-text.tsx";
import { OpenFieldNote } from "./open-field-note.tsx";

/** Fields with what stands in them, label over value; a field for which people said different things shows both. */
export function FieldFacts({
  file,
  subject,
  fields,
  values,
}: {
  file: HouseholdFile;
  subject: string;
  fields: readonly FieldDefinition[];
  values: Values;
}) {
  const { language } = useText();
  const fieldText = useFieldText();
  const openOf = (field: string) => file.openFields.find((one) => one.subject === subject && one.field === field);
  const basis =
    (subject === file.household ? file : [...file.residents, ...file.former].find(({ person }) => person === subject))
      ?.basis ?? {};
  const shown = fields.filter(({ id }) => values[id] !== undefined || openOf(id) !== undefined);
  if (shown.length === 0) return null;
  return (
    <dl className="field-facts">
      {shown.map((field) => {
        const open = openOf(field.id);
        const value = values[field.id];
        return (
          <div key={field.id} className={open ? "differs" : undefined}>
            <dt>{field.label[language]}</dt>
            <dd>
              {open ? (
                <OpenFieldNote file={file} field={field} open={open} />
              ) : (
                value !== undefined && fieldText(field, value)
              )}
              {basis[field.id] && !open && <BasisNote basis={basis[field.id]} />}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
