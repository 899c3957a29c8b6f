import { useEffect, useRef } from "react";

/** Ctrl Enter sends from wherever one types, but not from under a dialog. */
export function useSendKey(send: () => void): void {
  const current = useRef(send);
  current.current = send;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      current.current();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
