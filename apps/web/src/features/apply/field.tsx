import type { ReactNode } from "react";
import { useText } from "../../i18n/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import type { FieldFault } from "./check-application.ts";

/** What ties an input to its fault and hint. */
export interface Tied {
  readonly id: string;
  readonly "aria-invalid": boolean;
  readonly "aria-describedby": string;
}

/** A label, where the value came from, the input, and what is wrong with it, tied together. */
export function Field({
  id,
  label,
  source,
  hint,
  faults,
  children,
}: {
  id: string;
  label: string;
  /** Where a value that was filled in came from. */
  source?: string | undefined;
  hint?: ReactNode;
  faults: readonly FieldFault[];
  children: (tied: Tied) => ReactNode;
}) {
  const { t } = useText();
  const found = faults.find(({ field }) => field === id);
  return (
    <div className={found ? "form-field faulty" : "form-field"}>
      <label htmlFor={id}>
        {label}
        {source !== undefined && <span className="sm i3"> {source}</span>}
      </label>
      {children({ id, "aria-invalid": found !== undefined, "aria-describedby": `${id}-more` })}
      <div id={`${id}-more`} className="sm">
        {found ? (
          <p className="bad row">
            <Icon name="cross" size={14} />
            {t(`apply.fault.${found.fault}`, { label })}
          </p>
        ) : (
          hint
        )}
      </div>
    </div>
  );
}
