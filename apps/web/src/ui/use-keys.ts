import { useEffect, useRef } from "react";

/** What a key does; false leaves the key to others. Names as in `KeyboardEvent.key`; letters in lower case, or as `Shift+e`. */
export type Keys = Readonly<Record<string, () => unknown>>;

const typing = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true], [role=combobox]";
const pressing = "a, button, input, summary, [role=button], [role=option], [role=tab]";

/**
 * Page keys while this part is shown. Left alone: keys with Ctrl, Alt or Meta, keys typed into a field (a box to tick is none), Enter and
 * space on something that is pressed by them, and everything while a dialog is open.
 */
export function useKeys(keys: Keys): void {
  const current = useRef(keys);
  current.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
      const target = event.target instanceof Element ? event.target : document.body;
      if (target.closest(typing) || document.querySelector("dialog[open]")) return;
      if ((event.key === "Enter" || event.key === " ") && target.closest(pressing)) return;
      const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const act = (event.shiftKey ? current.current[`Shift+${name}`] : undefined) ?? current.current[name];
      if (act && act() !== false) event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
