import { Icon } from "./icon.tsx";

/** A tick or a warning in its colour; the words stand beside it. */
export function CheckMark({ isGood }: { isGood: boolean }) {
  return (
    <span className={isGood ? "ok" : "warn"}>
      <Icon name={isGood ? "tick" : "warn"} size={14} />
    </span>
  );
}
