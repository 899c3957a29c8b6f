import { useEffect, useState } from "react";
import { Icon } from "./icon.tsx";
import { useIsLeaving } from "./use-is-leaving.ts";

const typingPauseMs = 300;

/** Words to filter a list by; told once typing pauses, undefined where the field is empty. The key / goes to it. */
export function FilterText({
  id,
  label,
  charsMax,
  text = "",
  onChange,
}: {
  id: string;
  label: string;
  charsMax: number;
  text: string | undefined;
  onChange(text: string | undefined): void;
}) {
  const [typed, setTyped] = useState(text);
  const isLeaving = useIsLeaving();
  useEffect(() => setTyped(text), [text]);
  useEffect(() => {
    const next = typed.trim();
    // A filter told now would call back somebody who has left for a page that is still on its way.
    if (next === text || isLeaving) return;
    const timer = setTimeout(() => onChange(next === "" ? undefined : next), typingPauseMs);
    return () => clearTimeout(timer);
  }, [typed, text, onChange, isLeaving]);
  return (
    <div className="filter-text">
      <Icon name="search" />
      <input
        id={id}
        type="search"
        className="field"
        maxLength={charsMax}
        aria-label={label}
        placeholder={label}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <kbd>/</kbd>
    </div>
  );
}
