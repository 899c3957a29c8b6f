import { useEffect, useState } from "react";
import { Icon } from "./icon.tsx";
import { useIsLeavingNow } from "./leaving.ts";

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
  const isLeavingNow = useIsLeavingNow();
  useEffect(() => setTyped(text), [text]);
  useEffect(() => {
    const next = typed.trim();
    if (next === text) return;
    // A filter told now would call back somebody who has left for a page that is still on its way.
    const tell = () => (isLeavingNow() ? wait() : onChange(next === "" ? undefined : next));
    const wait = () => {
      timer = setTimeout(tell, typingPauseMs);
    };
    let timer: ReturnType<typeof setTimeout>;
    wait();
    return () => clearTimeout(timer);
  }, [typed, text, onChange, isLeavingNow]);
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
