import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

const marks = { done: "tick", now: "half", next: "ring" } as const;

/** How far something has come on its way. */
export function StepList({
  name,
  steps,
  behind,
  isEnded = false,
}: {
  name: string;
  steps: readonly { readonly key: string; readonly words: ReactNode }[];
  /** How many steps are done; the one after them is in hand. */
  behind: number;
  /** It has left its way: nothing is in hand. */
  isEnded?: boolean;
}) {
  return (
    <ol className="progress-steps" aria-label={name}>
      {steps.map(({ key, words }, index) => {
        const isNow = index === behind && !isEnded;
        const state = index < behind ? "done" : isNow ? "now" : "next";
        return (
          <li key={key} className={state} {...(isNow && { "aria-current": "step" as const })}>
            <Icon name={marks[state]} size={14} dashed={state === "next"} />
            <span>{words}</span>
          </li>
        );
      })}
    </ol>
  );
}
