import { type RefObject, useEffect, useRef, useState } from "react";
import { NavigationType, useLocation, useNavigationType } from "react-router";
import type { RowsHandle } from "./use-window-rows.ts";

const heldByVisit = new Map<string, number>();
const heldMax = 100;

/**
 * Which row is in hand (−1: none). Coming back to a list finds it as it was left: the row in hand is brought into
 * view and its link has the focus.
 */
export function useRowInHand(handle: RefObject<RowsHandle | null>, idOf: (index: number) => string | undefined) {
  const { key } = useLocation();
  const back = useNavigationType() === NavigationType.Pop;
  const [at, setAt] = useState(() => (back ? (heldByVisit.get(key) ?? -1) : -1));
  const returning = useRef(at >= 0);
  const id = idOf(at);
  useEffect(() => {
    if (!returning.current || id === undefined) return;
    returning.current = false;
    handle.current?.show(at);
    // The row is drawn once the list has scrolled to it.
    const wait = setTimeout(() => document.getElementById(id)?.focus({ preventScroll: true }), 100);
    return () => clearTimeout(wait);
  }, [at, id, handle]);
  const hold = (index: number) => {
    if (heldByVisit.size >= heldMax) heldByVisit.clear();
    heldByVisit.set(key, index);
    setAt(index);
  };
  return { at, hold };
}
