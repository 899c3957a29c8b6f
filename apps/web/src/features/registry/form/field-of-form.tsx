import type { Divisions } from "@mingbai/registry/content/entry/entry";
import { isValue } from "@mingbai/registry/content/entry/entry";
import { readText } from "@mingbai/registry/content/entry/read-text";
import { writeText } from "@mingbai/registry/content/entry/write-text";
import type { Basis } from "@mingbai/registry/content/file/basis";
import type { FieldDefinition } from "@mingbai/registry/content/form/definition";
import { memo } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { BasisInput } from "./basis-input.tsx";
import type { DraftFault } from "./check-draft.ts";
import { FieldInput } from "./field-input.tsx";
import { fieldPlace } from "./household-draft.ts";

interface FieldProps {
  readonly subject: string;
  readonly field: FieldDefinition;
  readonly text: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly divisions: Divisions;
  /** Of this field. */
  readonly faults: readonly DraftFault[];
  /** What is known already says it. */
  readonly isKnown?: boolean;
  onText(subject: string, field: string, text: string): void;
  /** Where the value comes from; without `onBasis` it is not asked for. */
  readonly basis?: Basis | undefined;
  onBasis?: ((subject: string, field: string, basis: Basis | undefined) => void) | undefined;
}

/**
 * One field of the form: its name, what it is typed into, and what is wrong with it. What was typed is written out as it was
 * understood once the field is left (01 becomes 户主), so that its writer sees what counts. PERF: a form has a hundred of
 * them, and only the one that is typed into is drawn again.
 */
export const FieldOfForm = memo(function FieldOfForm(props: FieldProps) {
  const { subject, field, text, day, divisions, faults, isKnown, onText, basis, onBasis } = props;
  const { t, language } = useText();
  const place = fieldPlace(subject, field.id);
  const isFaulty = faults.some(({ level }) => level === "error");
  const settle = () => {
    const entry = readText(field, text, { day, divisions });
    if (isValue(entry)) onText(subject, field.id, writeText(field, entry.value, language, divisions));
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
        tied={{
          id: place,
          "aria-invalid": isFaulty,
          "aria-describedby": `${place}-more`,
          ...(isKnown && { "data-known": true }),
        }}
        onChange={(next) => onText(subject, field.id, next)}
        onSettle={settle}
      />
      {onBasis !== undefined && text.trim() !== "" && (
        <BasisInput
          id={`${place}-basis`}
          of={field.label[language]}
          basis={basis}
          onChange={(next) => onBasis(subject, field.id, next)}
        />
      )}
      <div id={`${place}-more`} className="sm">
        {faults.map((fault) => (
          <p key={fault.zh} className={fault.level === "error" ? "bad row" : "warn row"}>
            <Icon name={fault.level === "error" ? "cross" : "warn"} size={14} />
            {fault[language]}
          </p>
        ))}
      </div>
    </div>
  );
});
