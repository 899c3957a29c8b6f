import type { KeyboardEvent } from "react";

/**
 * What is filled in one after the other. A calendar beside a day and the choice of photos are passed by, and so is what is folded,
 * and what is known already (`data-known`): Tab goes there.
 */
const fields =
  "input:not([type=file], [data-known], .day-pick input), textarea:not([data-known]), select, button[data-next]";

/** Enter goes to the next field, so that a form is filled without leaving the number block. */
export function goOnWithEnter(event: KeyboardEvent<HTMLFormElement>): void {
  const { target, currentTarget } = event;
  const isEntry = target instanceof HTMLInputElement && !["file", "checkbox", "submit"].includes(target.type);
  if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.defaultPrevented || !isEntry) return;
  event.preventDefault();
  after(target, fieldsIn(currentTarget))?.focus();
}

/** The fields of a part of the form that are seen, in their order. */
export function fieldsIn(part: Element): readonly HTMLElement[] {
  return [...part.querySelectorAll<HTMLElement>(fields)].filter((one) => one.checkVisibility());
}

/** The first of these that stands behind an element and is no part of what holds it. */
export function after<One extends Element>(element: Element, all: readonly One[]): One | undefined {
  return all.find(
    (one) => !one.contains(element) && one.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING,
  );
}
