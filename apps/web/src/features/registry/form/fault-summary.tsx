import { useEffect, useRef } from "react";
import { useText } from "../../../i18n/use-text.ts";
import type { DraftFault } from "./check-draft.ts";

/** Goes to a field, and opens what it is folded in. */
export function goToPlace(place: string): void {
  const field = document.getElementById(place);
  const fold = field?.closest("details");
  if (fold) fold.open = true;
  field?.focus();
}

/** Every fault at the top, each a link to its field; focus comes here when a person tried to hand the form in. */
export function FaultSummary({ faults, tries }: { faults: readonly DraftFault[]; tries: number }) {
  const { t, language } = useText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (tries > 0) box.current?.focus();
  }, [tries]);
  const errors = faults.filter(({ level }) => level === "error");
  if (tries === 0 || errors.length === 0) return null;
  return (
    <div ref={box} className="note bad fault-summary" role="alert" tabIndex={-1}>
      <div>
        <b>{t("apply.faults", { count: errors.length })}</b>
        <ul>
          {errors.map((fault) => (
            <li key={`${fault.place} ${fault.zh}`}>
              <a
                href={`#${fault.place}`}
                onClick={(event) => {
                  event.preventDefault();
                  goToPlace(fault.place);
                }}
              >
                {fault[language]}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
