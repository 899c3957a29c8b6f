import type { FieldChange } from "./part.ts";
import { isSameValue, type Values } from "./value.ts";

/** What a writer who saw `before` changes by handing in `after`: the fields that differ, for a part's `sets`. */
export function changedFields(before: Values, after: Values): { [field: string]: FieldChange } {
  const sets: { [field: string]: FieldChange } = {};
  for (const [field, to] of Object.entries(after)) {
    const from = before[field];
    if (!isSameValue(from, to)) sets[field] = from === undefined ? { to } : { from, to };
  }
  for (const [field, from] of Object.entries(before)) if (after[field] === undefined) sets[field] = { from };
  return sets;
}
