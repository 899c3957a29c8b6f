/** What comes of reading a text for a field, and what the reader is told besides the text. */
import type { DateOrder } from "@mingbai/tabular/columns/date-text";
import type { Value } from "../file/value.ts";
import type { EntryFault, EntryNote } from "./faults.ts";

/** A value as the field's type has it; nothing, where the text says that nothing is known; or why it is neither. */
export type Entry = ReadValue | ReadNothing | EntryFault;

export interface ReadValue {
  readonly value: Value;
  /** What was done to the text that is not plain from it: rounding, a day taken for a month. */
  readonly notes?: readonly EntryNote[];
}

export interface ReadNothing {
  readonly empty: true;
}

/** What is known besides the text; all of it may be missing. */
export interface EntryHints {
  /** YYYY-MM-DD: nobody is born later. */
  readonly day?: string;
  /** In which order the column writes dates that do not begin with the year. */
  readonly dateOrder?: DateOrder;
  /** The mark before the decimals; "." where nothing is said. */
  readonly decimal?: "." | ",";
  /** The unit that stands at the head of the column: 万元, 公顷. */
  readonly unit?: string;
  readonly divisions?: Divisions;
}

/** The villages that a text may name, a port: who asks knows which county it is about. */
export interface Divisions {
  /** Codes of 12 digits of all that a text may mean, the likeliest first. */
  find(text: string): readonly string[];
  findName(code: string): string | undefined;
}

export function isValue(entry: Entry): entry is ReadValue {
  return "value" in entry;
}

export const nothing: ReadNothing = { empty: true };
