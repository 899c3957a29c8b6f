import type { HouseholdFile } from "@mingbai/registry/views/household";
import { useText } from "../../../i18n/use-text.ts";
import { sectionsIn } from "../form-words.ts";
import { FieldFacts } from "./field-facts.tsx";

/** What the page's head says already. */
const inHead = ["number", "team", "monitored", "monitoredOn", "cause", "otherCauses"];

/** The household's own basic fields, section by section as the form has them; what nobody has filled in is counted. */
export function FactsPart({ file }: { file: HouseholdFile }) {
  const { t, language } = useText();
  const isOpen = (id: string) =>
    file.openFields.some(({ subject, field }) => subject === file.household && field === id);
  const sections = sectionsIn("basic", "household").map((section) => ({
    ...section,
    fields: section.fields.filter((field) => !inHead.includes(field.id) || isOpen(field.id)),
  }));
  const seen = sections.flatMap(({ fields }) => fields).filter((field) => file.classes.includes(field.class));
  const missing = seen.filter(({ id }) => file.values[id] === undefined && !isOpen(id));
  return (
    <>
      {sections
        .filter(({ fields }) => fields.some(({ id }) => file.values[id] !== undefined || isOpen(id)))
        .map(({ id, title, fields }) => (
          <section key={id} className="facts-section" aria-label={title[language]}>
            <h3>{title[language]}</h3>
            <FieldFacts file={file} subject={file.household} fields={fields} values={file.values} />
          </section>
        ))}
      {missing.length > 0 && (
        <details className="sm i2 missing">
          <summary>{t("file.missing", { count: missing.length })}</summary>
          {missing.map(({ label }) => label[language]).join(t("file.join"))}
        </details>
      )}
    </>
  );
}
