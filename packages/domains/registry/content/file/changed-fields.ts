import type { FieldChange } from "./part.ts";
import { isSameValue, type Values } from "./value.ts";

/** What a writer who saw `before` changes by handing in `after`: the fields that differ, for a part's `sets`. */
export function changedFields(before: Values, after: Values): { [field: string]: FieldChange } {
  const sets: { [field: string]: FieldChange } = {};
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [from, to] = [before[field], after[field]];
    if (isSameValue(from, to)) continue;
    sets[field] = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  }
  return sets;
}
