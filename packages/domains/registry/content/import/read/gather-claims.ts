import { isFault } from "@mingbai/national-codes/fault";
import { isValue } from "../../entry/entry.ts";
import type { EntryFault, EntryNote } from "../../entry/faults.ts";
import { isSameValue, type Value } from "../../file/value.ts";
import type { ColumnReader } from "./cell-reader.ts";
import type { Disagreement, ReadLine, Said } from "./read-household.ts";

export interface RowCells {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A cell that was not read, or of which a person should know how. */
export interface CellFinding {
  readonly line: number;
  readonly reader: ColumnReader;
  readonly found: EntryFault | EntryNote;
  readonly level: "error" | "doubt";
}

/** What rows that repeat a household's facts say of it. */
export interface HouseholdClaims {
  readonly values: { readonly [field: string]: Value };
  readonly valueLines: { readonly [field: string]: ReadLine };
  readonly disagreements: readonly Disagreement[];
  readonly findings: readonly CellFinding[];
}

interface Claim {
  readonly sheet: number;
  readonly value: Value;
  readonly text: string;
  readonly lines: number[];
}

/** A column over the rows of one household. */
export interface ClaimSource {
  readonly rows: readonly RowCells[];
  readonly columns: readonly ColumnReader[];
}

/**
 * What all rows of a household say of it as a whole. An empty cell says nothing; two cells that mean the same agree, however
 * they are written; where they mean different things, the field has no value and all that was said is handed on.
 */
export function gatherClaims(sources: readonly ClaimSource[]): HouseholdClaims {
  const claims = new Map<string, Claim[]>();
  const findings: CellFinding[] = [];
  for (const { rows, columns } of sources)
    for (const reader of columns) gatherColumn({ reader, rows, claims, findings });
  const values: { [field: string]: Value } = {};
  const valueLines: { [field: string]: ReadLine } = {};
  const disagreements: Disagreement[] = [];
  for (const [field, said] of claims) {
    const [only] = said;
    if (only === undefined) continue;
    if (said.length > 1) disagreements.push({ field, says: said.map((one): Said => one) });
    else {
      values[field] = only.value;
      valueLines[field] = { sheet: only.sheet, line: only.lines[0] ?? 0 };
    }
  }
  return { values, valueLines, disagreements, findings };
}

// PERF: nearly all rows of a household repeat the first one's text, which is read once. Bench: registry.import.
function gatherColumn(of: {
  reader: ColumnReader;
  rows: readonly RowCells[];
  claims: Map<string, Claim[]>;
  findings: CellFinding[];
}): void {
  const { reader, rows, claims, findings } = of;
  let lastText = "";
  let last: Claim | undefined;
  for (const { line, cells } of rows) {
    const text = cells[reader.column]?.trim() ?? "";
    if (text === "") continue;
    if (text === lastText) {
      last?.lines.push(line);
      continue;
    }
    lastText = text;
    last = undefined;
    const entry = reader.read(text);
    if (isFault(entry)) findings.push({ line, reader, found: entry, level: "error" });
    if (!isValue(entry)) continue;
    for (const note of entry.notes ?? []) findings.push({ line, reader, found: note, level: "doubt" });
    const said = claimOf(claims, reader.field.id, { sheet: reader.sheet, value: entry.value, text, lines: [] });
    // The same on another sheet is agreed with; rows are counted on one.
    last = said.sheet === reader.sheet ? said : undefined;
    last?.lines.push(line);
  }
}

function claimOf(claims: Map<string, Claim[]>, field: string, claim: Claim): Claim {
  const said = claims.get(field);
  if (said === undefined) {
    claims.set(field, [claim]);
    return claim;
  }
  const same = said.find(({ value }) => isSameValue(value, claim.value));
  if (same !== undefined) return same;
  said.push(claim);
  return claim;
}
