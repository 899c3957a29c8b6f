import { flushSync } from "react-dom";
import { useText } from "../../../i18n/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import type { Step } from "./section-edits.ts";

const steps = [
  { step: -1, icon: "up", words: "design.up.of" },
  { step: 1, icon: "fall", words: "design.down.of" },
] as const;

/** Before or after its neighbour, by button; at the ends nothing happens. What is moved keeps the keyboard. */
export function StepButtons({
  name,
  at,
  count,
  go,
}: {
  name: string;
  /** From 0. */
  at: number;
  count: number;
  go(step: Step): void;
}) {
  const { t } = useText();
  return steps.map(({ step, icon, words }) => {
    const isEnd = at + step < 0 || at + step >= count;
    return (
      <button
        key={step}
        type="button"
        className="plain iconbtn"
        aria-label={t(words, { name })}
        aria-disabled={isEnd}
        onClick={({ currentTarget }) => {
          if (isEnd) return;
          // The row may be put in anew where it goes, and a browser takes the focus from what it puts in.
          flushSync(() => go(step));
          currentTarget.focus();
        }}
      >
        <Icon name={icon} size={14} />
      </button>
    );
  });
}
