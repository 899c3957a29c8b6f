import type { Entry, EntryHints } from "../../entry/entry.ts";
import { nothing } from "../../entry/entry.ts";
import { readText } from "../../entry/read-text.ts";
import type { FieldDefinition, FieldType } from "../../form/definition.ts";
import type { ColumnMapping } from "../mapping/import-mapping.ts";

/** What is read of one column: `read` takes a cell's text without spaces around it. */
export interface ColumnReader {
  /** The place of its sheet in the mapping. */
  readonly sheet: number;
  readonly column: number;
  readonly header: string;
  readonly field: FieldDefinition;
  read(text: string): Entry;
}

/** Of so many different texts what was read is kept; a list has few different answers, days and sums. */
const keptTextsMax = 1_000;
/** Longer texts are seldom the same again. */
const keptCharsMax = 12;
/** Types of which nearly every cell is different. */
const differing: ReadonlySet<FieldType["type"]> = new Set(["identityNumber", "phone", "creditCode", "photos", "place"]);

/** Reads the cells of a column as the mapping has it: in its unit, with its order of dates, its words translated. */
export function columnReader(
  column: { readonly sheet: number; readonly column: number; readonly mapping: ColumnMapping },
  field: FieldDefinition,
  hints: EntryHints,
): ColumnReader {
  const { header, unit, dateOrder, decimal, translations } = column.mapping;
  const known: EntryHints = {
    ...hints,
    ...(unit !== undefined && { unit }),
    ...(dateOrder !== undefined && { dateOrder }),
    ...(decimal !== undefined && { decimal }),
  };
  const translated = new Map(Object.entries(translations ?? {}));
  const readOnce = (text: string) => readText(field, translated.get(text) ?? text, known);
  const read = differing.has(field.of.type) ? readOnce : keeping(readOnce);
  return {
    sheet: column.sheet,
    column: column.column,
    header,
    field,
    read: (text) => (text === "" ? nothing : read(text)),
  };
}

// PERF: reading a cell anew costs ten times as much as finding it here. Bench: registry.import.
function keeping(read: (text: string) => Entry): (text: string) => Entry {
  const kept = new Map<string, Entry>();
  return (text) => {
    if (text.length > keptCharsMax) return read(text);
    const known = kept.get(text);
    if (known !== undefined) return known;
    const entry = read(text);
    if (kept.size < keptTextsMax) kept.set(text, entry);
    return entry;
  };
}
