import type { FieldType } from "../form/definition.ts";
import { type Entry, nothing } from "./entry.ts";
import { type EntryNote, entryNote } from "./faults.ts";
import { findOption } from "./find-option.ts";
import { plainEntry, saysNothing } from "./plain-entry.ts";
import { unknownChoice } from "./read-choice.ts";

/** What stands between several answers; an answer whose own words have it is written by its code. */
export const choicesBetween = /[、，,;；/／|\n+＋]+/u;
const choicesCharsMax = 1_000;

/** Several answers, apart by 、，,; or /: their codes in the order of the form, each once. */
export function readChoices({ options }: Extract<FieldType, { type: "choices" }>, text: string): Entry {
  const whole = text.length > choicesCharsMax ? undefined : findOption(options, text);
  if (whole?.isWhole) return { value: [whole.option.code] };
  const plain = plainEntry(text);
  if (saysNothing(plain)) return nothing;
  if (plain.length > choicesCharsMax) return unknownChoice(options, plain);
  const chosen = new Set<string>();
  const notes: EntryNote[] = [];
  for (const part of plain.split(choicesBetween)) {
    if (saysNothing(part.trim())) continue;
    const found = findOption(options, part);
    if (found === undefined) return unknownChoice(options, part.trim());
    if (!found.isWhole)
      notes.push(entryNote("DETAIL_LEFT_OUT", { text: part.trim(), kept: found.option.zh, keptEn: found.option.en }));
    chosen.add(found.option.code);
  }
  if (chosen.size === 0) return nothing;
  const value = options.filter(({ code }) => chosen.has(code)).map(({ code }) => code);
  return notes.length === 0 ? { value } : { value, notes };
}
