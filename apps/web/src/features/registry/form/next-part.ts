import type { KeyboardEvent } from "react";
import { after, fieldsIn } from "./next-field.ts";

/** Page down goes to the next person; behind the last one somebody more is added, where people are added here. */
export function goOnWithPageDown(event: KeyboardEvent<HTMLFormElement>): void {
  const { key, target, currentTarget } = event;
  if (key !== "PageDown" || event.ctrlKey || event.defaultPrevented || !(target instanceof Element)) return;
  const next = after(target, [...currentTarget.querySelectorAll<HTMLElement>(".person-fields, button[data-next]")]);
  if (next === undefined) return;
  event.preventDefault();
  if (next instanceof HTMLButtonElement) next.click();
  else fieldsIn(next)[0]?.focus();
}
