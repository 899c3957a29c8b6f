import { useEffect, useState } from "react";
import { Icon } from "./icon.tsx";

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
  useEffect(() => setTyped(text), [text]);
  useEffect(() => {
    const next = typed.trim();
    if (next === text) return;
    const timer = setTimeout(() => onChange(next === "" ? undefined : next), typingPauseMs);
    return () => clearTimeout(timer);
  }, [typed, text, onChange]);
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
