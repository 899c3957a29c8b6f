import type { ReactNode } from "react";

interface Step {
  readonly label: string;
  go(): void;
}

/** The ways through a list that comes page by page: back to its beginning, and on; either is absent where there is none. */
export function Pager({ back, on, children }: { back: Step | undefined; on: Step | undefined; children?: ReactNode }) {
  return (
    <div className="row wrap pager">
      {[back, on].map(
        (step) =>
          step && (
            <button key={step.label} type="button" className="btn s" onClick={step.go}>
              {step.label}
            </button>
          ),
      )}
      {children}
    </div>
  );
}
