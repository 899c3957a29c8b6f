import type { FieldType } from "../form/definition.ts";
import { type Entry, nothing } from "./entry.ts";
import { entryFault } from "./faults.ts";
import { cleanText } from "./plain-entry.ts";

/** Two characters set apart to be as wide as three: 张　三. */
const spacedName = /^(\p{Script=Han})\s+(\p{Script=Han})$/u;

export function readFreeText({ charsMax }: Extract<FieldType, { type: "text" }>, text: string): Entry {
  const clean = cleanText(text).replace(spacedName, "$1$2");
  if (clean === "") return nothing;
  if (clean.includes("\ufffd")) return entryFault("TEXT_DAMAGED");
  return clean.length > charsMax
    ? entryFault("TEXT_TOO_LONG", { length: clean.length, max: charsMax })
    : { value: clean };
}
