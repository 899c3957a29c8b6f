import { isValue } from "@mingbai/registry/content/entry/entry";
import { readText } from "@mingbai/registry/content/entry/read-text";
import { writeText } from "@mingbai/registry/content/entry/write-text";
import type { FieldDefinition } from "@mingbai/registry/content/form/definition";
import type { ReactNode } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { useDivisions } from "../use-divisions.ts";
import type { DraftFault } from "./check-draft.ts";
import { FieldInput } from "./field-input.tsx";

/**
 * One field of the form: its name, what it is typed into, and what is wrong with it. What was typed is written out as it was
 * understood once the field is left (01 becomes 户主), so that its writer sees what counts.
 */
export function FieldOfForm({
  place,
  field,
  text,
  day,
  faults,
  note,
  onChange,
}: {
  place: string;
  field: FieldDefinition;
  text: string;
  /** YYYY-MM-DD. */
  day: string;
  faults: readonly DraftFault[];
  note?: ReactNode;
  onChange(text: string): void;
}) {
  const { t, language } = useText();
  const divisions = useDivisions();
  const found = faults.filter((fault) => fault.place === place);
  const isFaulty = found.some(({ level }) => level === "error");
  const settle = () => {
    const entry = readText(field, text, { day, divisions });
    if (isValue(entry)) onChange(writeText(field, entry.value, language, divisions));
  };
  return (
    <div className={isFaulty ? "form-field faulty" : "form-field"}>
      <label htmlFor={place}>
        {field.label[language]}
        {field.required === true && <span className="sm i3"> {t("form.required")}</span>}
      </label>
      <FieldInput
        field={field}
        text={field.of.type === "division" ? (divisions.findName(text) ?? text) : text}
        tied={{ id: place, "aria-invalid": isFaulty, "aria-describedby": `${place}-more` }}
        onChange={onChange}
        onSettle={settle}
      />
      <div id={`${place}-more`} className="sm">
        {found.map((fault) => (
          <p key={fault.zh} className={fault.level === "error" ? "bad row" : "warn row"}>
            <Icon name={fault.level === "error" ? "cross" : "warn"} size={14} />
            {fault[language]}
          </p>
        ))}
        {note}
      </div>
    </div>
  );
}
