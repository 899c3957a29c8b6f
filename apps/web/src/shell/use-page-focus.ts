import { useEffect, useRef } from "react";
import { NavigationType, useLocation, useNavigationType } from "react-router";

const focusById = new Map<string, string>();
const rememberedMax = 100;

/**
 * After going to another page focus stands on its heading; after going back, where it was before, if that element has
 * an id and is there again.
 */
export function usePageFocus(): void {
  const { key, pathname } = useLocation();
  const type = useNavigationType();
  const before = useRef(pathname);
  useEffect(() => {
    const remember = () => {
      const id = document.activeElement?.id;
      if (!id) return;
      if (focusById.size >= rememberedMax) focusById.clear();
      focusById.set(key, id);
    };
    document.addEventListener("focusin", remember);
    return () => document.removeEventListener("focusin", remember);
  }, [key]);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    const id = type === NavigationType.Pop ? focusById.get(key) : undefined;
    const wait = requestAnimationFrame(() => {
      const target = (id && document.getElementById(id)) || document.querySelector<HTMLElement>("main h1");
      target?.focus({ preventScroll: target.tagName === "H1" });
    });
    return () => cancelAnimationFrame(wait);
  }, [pathname, key, type]);
}
