import { isFault } from "@mingbai/national-codes/fault";
import { deriveFromIdentity } from "../../entry/derive-from-identity.ts";
import { isValue } from "../../entry/entry.ts";
import type { Value } from "../../file/value.ts";
import { knownFields } from "../../form/known-fields.ts";
import type { ColumnReader } from "./cell-reader.ts";
import type { CellFinding, RowCells } from "./gather-claims.ts";

/** A person as one row, or one group of a row's columns, has them. */
export interface GatheredPerson {
  readonly line: number;
  readonly values: { readonly [field: string]: Value };
  readonly findings: readonly CellFinding[];
}

const { identityNumber, birth, sex } = knownFields.person;

/** Undefined where no column says anything: a household's row of which this person's columns are empty. */
export function gatherPerson({ line, cells }: RowCells, columns: readonly ColumnReader[]): GatheredPerson | undefined {
  const values: { [field: string]: Value } = {};
  const findings: CellFinding[] = [];
  for (const reader of columns) {
    const entry = reader.read(cells[reader.column]?.trim() ?? "");
    if (isFault(entry)) findings.push({ line, reader, found: entry, level: "error" });
    if (!isValue(entry)) continue;
    values[reader.field.id] = entry.value;
    for (const note of entry.notes ?? []) findings.push({ line, reader, found: note, level: "doubt" });
  }
  if (Object.keys(values).length === 0 && findings.length === 0) return undefined;
  return derived({ line, values, findings });
}

/**
 * What follows from the identity number: the day of birth where the list has none or only its month, and the sex where it
 * has none. What the list says otherwise stays, and is found by the check of the file.
 */
function derived(person: GatheredPerson): GatheredPerson {
  const number = person.values[identityNumber];
  const said = typeof number === "string" ? deriveFromIdentity(number) : undefined;
  if (said === undefined) return person;
  const month = person.findings.find(({ reader, found }) => reader.field.id === birth && isMonthNote(found.fault));
  const listed = person.values[birth];
  const isItsMonth = month !== undefined && typeof listed === "string" && isMonthOf(said.birth, listed, month);
  const values = {
    ...person.values,
    ...((listed === undefined || isItsMonth) && { [birth]: said.birth }),
    ...(person.values[sex] === undefined && { [sex]: said.sex }),
  };
  return { ...person, values, findings: isItsMonth ? person.findings.filter((one) => one !== month) : person.findings };
}

function isMonthNote(note: string): boolean {
  return note === "MONTH_ONLY" || note === "MONTH_SHORTENED";
}

/** Of `1959.1` both January and October may be meant. */
function isMonthOf(day: string, listed: string, { found }: CellFinding): boolean {
  if (day.slice(0, 7) === listed.slice(0, 7)) return true;
  return found.fault === "MONTH_SHORTENED" && day.slice(0, 7) === `${listed.slice(0, 5)}10`;
}
