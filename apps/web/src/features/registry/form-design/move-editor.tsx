import type { FieldDefinition, FormDefinition, SectionDefinition } from "@mingbai/registry/content/form/definition";
import { sectionsOf } from "@mingbai/registry/content/form/find-field";
import { type FormEvent, useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { OptionField } from "../../governance/option-field.tsx";
import { PutPart } from "./put-part.tsx";
import type { FieldGoal } from "./section-edits.ts";

/** Which section a field goes to, and after which field there; at first the end of its own. */
export function MoveEditor({
  form,
  section,
  field,
  move,
}: {
  form: FormDefinition;
  section: SectionDefinition;
  field: FieldDefinition;
  move(to: FieldGoal): void;
}) {
  const { t, language } = useText();
  const sections = sectionsOf(form, section.of);
  const [goal, setGoal] = useState(() => endOf(section));
  const others = sections.find(({ id }) => id === goal.section)?.fields.filter(({ id }) => id !== field.id) ?? [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    move({ section: goal.section, after: goal.after === "" ? undefined : goal.after });
  };
  return (
    <form className="people-form form-editor" noValidate onSubmit={submit}>
      <OptionField
        name={t("design.move.section")}
        value={goal.section}
        options={sections.map(({ id, title }) => ({ value: id, label: title[language] }))}
        onChange={(id) => setGoal(endOf(sections.find((one) => one.id === id) ?? section))}
      />
      <OptionField
        name={t("design.move.place")}
        value={goal.after}
        options={[
          { value: "", label: t("design.place.first") },
          ...others.map(({ id, label }) => ({
            value: id,
            label: t("design.place.after", { name: label[language] }),
          })),
        ]}
        onChange={(after) => setGoal({ ...goal, after })}
      />
      <PutPart />
    </form>
  );

  function endOf({ id, fields }: SectionDefinition) {
    return { section: id, after: fields.findLast((one) => one.id !== field.id)?.id ?? "" };
  }
}
