import { z } from "zod";
import type { Table } from "../read/table.ts";
import { headerLikeness, readyName } from "./header-likeness.ts";
import { headerWords } from "./header-words.ts";

/** A mapping as a person confirmed it: columns by their names, so that it fits the publisher's next file too. */
export const SavedMapping = z.strictObject({
  format: z.literal("mingbai/mapping/1"),
  /** What the rows are, such as "payments". */
  table: z.string().max(64),
  columns: z.record(z.string().max(64), z.string().min(1).max(400)),
  dates: z.record(z.string().max(64), z.enum(["dmy", "mdy", "ymd"])),
  amounts: z.record(
    z.string().max(64),
    z.strictObject({ decimal: z.enum([".", ","]), unitDigits: z.union([z.literal(0), z.literal(3), z.literal(4)]) }),
  ),
  /** ISO 4217 code of the amounts, where the file named it. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
});
export type SavedMapping = z.infer<typeof SavedMapping>;

/** Why a mapping cannot be used, in words for the person who wrote or chose it. */
export class MappingError extends Error {
  override name = "MappingError";
}

/** Reads a saved mapping; throws MappingError that names the place and what stands there. */
export function loadMapping(json: string): SavedMapping {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new MappingError("the mapping is not JSON", { cause: error });
  }
  const parsed = SavedMapping.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new MappingError(`the mapping does not fit: ${z.prettifyError(parsed.error)}`);
}

/** The mapping as JSON text that `loadMapping` reads. */
export function saveMapping(mapping: SavedMapping): string {
  return `${JSON.stringify(mapping, null, 2)}\n`;
}

/** Where the mapping's columns stand in this table; throws MappingError naming those that are not there. */
export function locateColumns(table: Table, mapping: SavedMapping): ReadonlyMap<string, number> {
  const places = new Map(table.header.map((name, column) => [headerWords(name), column] as const).toReversed());
  const found = new Map<string, number>();
  const absent: string[] = [];
  for (const [field, name] of Object.entries(mapping.columns)) {
    const column = places.get(headerWords(name));
    if (column === undefined) absent.push(`"${name}" (${field})`);
    else found.set(field, column);
  }
  if (absent.length === 0) return found;
  throw new MappingError(`the file has no column ${absent.join(", ")}; its columns are ${table.header.join(", ")}`);
}

/** Throws MappingError where the mapping names a field that this kind of table does not have. */
export function checkFields(mapping: SavedMapping, known: readonly string[]): void {
  for (const field of Object.keys(mapping.columns)) {
    if (known.includes(field)) continue;
    const [near] = known.toSorted((a, b) => likeness(field, b) - likeness(field, a));
    throw new MappingError(
      `${field} is no field of ${mapping.table}; did you mean ${near}? Known: ${known.join(", ")}`,
    );
  }
}

function likeness(a: string, b: string): number {
  return headerLikeness(readyName(a), readyName(b));
}
