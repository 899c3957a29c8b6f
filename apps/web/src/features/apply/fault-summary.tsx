import { useEffect, useRef } from "react";
import { useText } from "../../i18n/use-text.ts";
import type { FieldFault } from "./check-application.ts";

/** Every fault at the top, each a link to its field; focus comes here when a person tried to send. `labels` by field. */
export function FaultSummary({
  faults,
  labels,
  tries,
}: {
  faults: readonly FieldFault[];
  labels: (field: string) => string;
  tries: number;
}) {
  const { t } = useText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (tries > 0) box.current?.focus();
  }, [tries]);
  if (tries === 0 || faults.length === 0) return null;
  return (
    <div ref={box} className="note bad fault-summary" role="alert" tabIndex={-1}>
      <div>
        <b>{t("apply.faults", { count: faults.length })}</b>
        <ul>
          {faults.map(({ field, fault }) => (
            <li key={field}>
              <a
                href={`#${field}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(field)?.focus();
                }}
              >
                {t(`apply.fault.${fault}`, { label: labels(field) })}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
