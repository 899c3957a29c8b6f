import type { Divisions } from "@mingbai/registry/content/entry/entry";
import type { Basis } from "@mingbai/registry/content/file/basis";
import type { FieldClass, SectionDefinition } from "@mingbai/registry/content/form/definition";
import type { ReactNode } from "react";
import { useText } from "../../../i18n/use-text.ts";
import type { DraftFault } from "./check-draft.ts";
import { isWide } from "./field-input.tsx";
import { FieldOfForm } from "./field-of-form.tsx";
import { type DraftBasis, fieldPlace } from "./household-draft.ts";

export interface Typed {
  readonly faults: readonly DraftFault[];
  readonly day: string;
  readonly divisions: Divisions;
  /** Classes of fields that the writer sees and may change. */
  readonly classes: readonly FieldClass[];
  onText(subject: string, field: string, text: string): void;
  /** Where values come from, by the field's place, where that is asked field by field. */
  readonly basis?: DraftBasis["fields"] | undefined;
  onBasis?: ((subject: string, field: string, basis: Basis | undefined) => void) | undefined;
}

const none: readonly DraftFault[] = [];

/**
 * The fields of one section of the form about one subject. Folded where it is not what one begins with; a fault in it opens
 * it, and `isNew` does where a file cannot begin without a field of it. `lead`: what stands before the fields; `except`: fields
 * that stand elsewhere; `known`: those that need not be asked.
 */
export function SectionFields({
  section,
  subject,
  texts,
  typed: { faults, day, divisions, classes, onText, basis, onBasis },
  isFolded = false,
  isNew = false,
  except = [],
  known = [],
  lead,
}: {
  section: SectionDefinition;
  subject: string;
  texts: Readonly<Record<string, string>>;
  typed: Typed;
  isFolded?: boolean;
  isNew?: boolean;
  except?: readonly string[];
  known?: readonly string[];
  lead?: ReactNode;
}) {
  const { t, language } = useText();
  const fields = section.fields.filter((field) => classes.includes(field.class) && !except.includes(field.id));
  const filled = fields.filter(({ id }) => (texts[id] ?? "").trim() !== "").length;
  const faultsAt = (field: string) => {
    const found = faults.filter(({ place }) => place === fieldPlace(subject, field));
    return found.length === 0 ? none : found;
  };
  const hasFault = fields.some(({ id }) => faultsAt(id).length > 0);
  if (fields.length === 0) return null;
  const grid = (
    <div className="section-fields">
      {lead}
      {fields.map((field) => (
        <div key={field.id} className={isWide(field) ? "whole" : undefined}>
          <FieldOfForm
            subject={subject}
            field={field}
            text={texts[field.id] ?? ""}
            day={day}
            divisions={divisions}
            faults={faultsAt(field.id)}
            isKnown={known.includes(field.id)}
            onText={onText}
            basis={basis?.[fieldPlace(subject, field.id)]}
            onBasis={onBasis}
          />
        </div>
      ))}
    </div>
  );
  if (!isFolded) return grid;
  return (
    <details className="section-fold" open={hasFault || (isNew && fields.some(({ required }) => required))}>
      <summary>
        {section.title[language]} <span className="sm i3">{t("form.filled", { filled, of: fields.length })}</span>
      </summary>
      {grid}
    </details>
  );
}
