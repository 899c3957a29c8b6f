import type { KeyboardEvent } from "react";

/** A calendar beside a day is passed by, as Tab does. */
const fields = "input:not(.day-pick input), textarea, select, summary, button[data-next]";

/** Enter goes to the next field as Tab does, so that a form is filled without leaving the number block. */
export function goOnWithEnter(event: KeyboardEvent<HTMLFormElement>): void {
  const { target, currentTarget } = event;
  const isEntry = target instanceof HTMLInputElement && !["file", "checkbox", "submit"].includes(target.type);
  if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.defaultPrevented || !isEntry) return;
  event.preventDefault();
  const all = [...currentTarget.querySelectorAll<HTMLElement>(fields)].filter((one) => one.checkVisibility());
  all[all.indexOf(target) + 1]?.focus();
}
