import type { FieldClass, SectionDefinition } from "@mingbai/registry/content/form/definition";
import type { ReactNode } from "react";
import { useText } from "../../../i18n/use-text.ts";
import type { DraftFault } from "./check-draft.ts";
import { isWide } from "./field-input.tsx";
import { FieldOfForm } from "./field-of-form.tsx";
import { fieldPlace } from "./household-draft.ts";

export interface Typed {
  readonly texts: Readonly<Record<string, string>>;
  readonly faults: readonly DraftFault[];
  readonly day: string;
  /** Classes of fields that the writer sees and may change. */
  readonly classes: readonly FieldClass[];
  onText(field: string, text: string): void;
}

/**
 * The fields of one section of the form about one subject. Folded where it is not what one begins with; a fault in it opens
 * it. `lead`: what stands before the fields; `except`: fields that stand elsewhere.
 */
export function SectionFields({
  section,
  subject,
  typed: { texts, faults, day, classes, onText },
  isFolded = false,
  except = [],
  lead,
}: {
  section: SectionDefinition;
  subject: string;
  typed: Typed;
  isFolded?: boolean;
  except?: readonly string[];
  lead?: ReactNode;
}) {
  const { t, language } = useText();
  const fields = section.fields.filter((field) => classes.includes(field.class) && !except.includes(field.id));
  const filled = fields.filter(({ id }) => (texts[id] ?? "").trim() !== "").length;
  const hasFault = fields.some(({ id }) => faults.some(({ place }) => place === fieldPlace(subject, id)));
  if (fields.length === 0) return null;
  const grid = (
    <div className="section-fields">
      {lead}
      {fields.map((field) => (
        <div key={field.id} className={isWide(field) ? "whole" : undefined}>
          <FieldOfForm
            place={fieldPlace(subject, field.id)}
            field={field}
            text={texts[field.id] ?? ""}
            day={day}
            faults={faults}
            onChange={(text) => onText(field.id, text)}
          />
        </div>
      ))}
    </div>
  );
  if (!isFolded) return grid;
  return (
    <details className="section-fold" open={hasFault}>
      <summary>
        {section.title[language]} <span className="sm i3">{t("form.filled", { filled, of: fields.length })}</span>
      </summary>
      {grid}
    </details>
  );
}
