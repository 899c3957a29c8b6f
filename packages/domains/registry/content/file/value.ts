/** What a field may hold: canonical JSON without objects. What the field's type allows of it, `check-value.ts` says. */
import { z } from "zod";
import { textCharsMax } from "../form/definition.ts";

export const listItemsMax = 200;

export const Value = z.union([
  z.string().max(textCharsMax),
  z.int(),
  z.boolean(),
  z.array(z.union([z.string().max(textCharsMax), z.int()])).max(listItemsMax),
]);
export type Value = z.infer<typeof Value>;

/** A field's values by its id; what nobody has said is not there. */
export type Values = { readonly [field: string]: Value };

export function isSameValue(one: Value | undefined, other: Value | undefined): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((item, at) => item === other[at]);
}
