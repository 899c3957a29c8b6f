import { isFault } from "@mingbai/national-codes/fault";
import { decideDateOrder } from "@mingbai/tabular/columns/date-style";
import type { EntryHints } from "../../entry/entry.ts";
import { readText } from "../../entry/read-text.ts";
import type { FieldDefinition, FormDefinition, SubjectKind } from "../../form/definition.ts";
import { askedFields } from "../../form/find-field.ts";
import { knownFields } from "../../form/known-fields.ts";
import { type ColumnMapping, type ColumnTarget, memberGroupsMax } from "../mapping/import-mapping.ts";
import type { SourceSheet } from "../mapping/source-sheet.ts";
import type { ColumnGuess, Reason } from "./column-guess.ts";
import { type Match, matchColumn, type ReadyColumn, readyColumn } from "./match-column.ts";
import { type OwnedColumn, ownedColumns, type SheetKind } from "./owned-columns.ts";
import { type SampledColumn, sampledColumns } from "./sampled-columns.ts";

export interface GuessedSheet {
  readonly kind: SheetKind;
  readonly columns: readonly ColumnGuess[];
}

interface Candidate {
  readonly at: number;
  readonly target: ColumnTarget;
  readonly field: FieldDefinition;
  readonly match: Match;
}

/** From here on the name is one of the field's own, whatever else it says: 家庭关系 is a person's. */
const knownNameMin = 0.93;
const exampleCountMax = 3;
const unreadMax = 10;

/** Takes each column of one sheet for a field, a key, or nothing; a field has one column, the surest first. */
export function guessSheet(sheet: SourceSheet, form: FormDefinition, hints: EntryHints): GuessedSheet {
  const fields = { household: askedFields(form, "household"), person: askedFields(form, "person") };
  const { kind, columns } = ownedColumns(sampledColumns(sheet), fields.person);
  const ready = columns.map(readyColumn);
  const candidates = ready.flatMap((column, at) => candidatesOf({ column, at, fields, hints }));
  const chosen = chooseSurest(candidates);
  const keepsNumber = fields.household.some(({ id }) => id === knownFields.household.number);
  const guesses = columns.map((column, at) => guessOf(column, chosen.get(at), { hints, keepsNumber }));
  return { kind, columns: guesses };
}

function candidatesOf(of: {
  column: ReadyColumn;
  at: number;
  fields: { readonly [kind in SubjectKind]: readonly FieldDefinition[] };
  hints: EntryHints;
}): Candidate[] {
  const { column, at, fields, hints } = of;
  const { key, member, owners } = column.owned;
  if (key !== undefined || (member ?? 0) > memberGroupsMax) return [];
  return owners.flatMap((owner) =>
    fields[owner].flatMap((field): Candidate[] => {
      // It is known by the names of keys alone: nothing else is a household's number.
      if (owner === "household" && field.id === knownFields.household.number) return [];
      const match = matchColumn(column, field, hints);
      if (match === undefined || (match.confidence < knownNameMin && isOthers(column.owned.name, owner))) return [];
      return [{ at, target: targetOf(owner, field.id, member), field, match }];
    }),
  );
}

/** A name that says whose it is: 家庭收入 is no person's, 本人收入 no household's. */
function isOthers(name: string, owner: SubjectKind): boolean {
  return owner === "person" ? /家庭(?!成员)|全家|全户/.test(name) : /成员|本人|个人/.test(name);
}

function targetOf(owner: SubjectKind, field: string, member: number | undefined): ColumnTarget {
  if (owner === "household") return { to: "household", field };
  return { to: "person", field, ...(member !== undefined && { member }) };
}

function chooseSurest(candidates: Candidate[]): ReadonlyMap<number, Candidate> {
  const chosen = new Map<number, Candidate>();
  const taken = new Set<string>();
  for (const candidate of candidates.toSorted((a, b) => b.match.confidence - a.match.confidence)) {
    const name = JSON.stringify(candidate.target);
    if (chosen.has(candidate.at) || taken.has(name)) continue;
    chosen.set(candidate.at, candidate);
    taken.add(name);
  }
  return chosen;
}

function guessOf(
  owned: OwnedColumn,
  chosen: Candidate | undefined,
  { hints, keepsNumber }: { readonly hints: EntryHints; readonly keepsNumber: boolean },
): ColumnGuess {
  const { sample, key } = owned;
  const named = { header: sample.header, ...(sample.group !== "" && { group: sample.group }) };
  const base = { column: sample.column, examples: sample.distinct.slice(0, exampleCountMax), unread: [] };
  if (key !== undefined) return { ...base, confidence: 1, ...keyGuess(key, named, keepsNumber) };
  if (chosen === undefined) return { ...base, confidence: 0, ...otherGuess(sample, named) };
  const { field, match, target } = chosen;
  const style = styleOf(field, sample);
  const mapping: ColumnMapping = {
    ...named,
    target,
    ...(match.unit !== undefined && { unit: match.unit }),
    ...(style.dateOrder !== undefined && { dateOrder: style.dateOrder }),
  };
  const known = {
    ...hints,
    ...(mapping.unit && { unit: mapping.unit }),
    ...(style.dateOrder && { dateOrder: style.dateOrder }),
  };
  const unread = sample.distinct.filter((cell) => isFault(readText(field, cell, known))).slice(0, unreadMax);
  return { ...base, mapping, confidence: match.confidence, reasons: [...match.reasons, ...style.reasons], unread };
}

/** The household's number is kept in its file too, where the form has a field for it. */
function keyGuess(
  key: NonNullable<OwnedColumn["key"]>,
  named: { header: string; group?: string },
  keepsNumber: boolean,
): Pick<ColumnGuess, "mapping" | "reasons"> {
  const { number } = knownFields.household;
  if (key === "household" && keepsNumber)
    return { mapping: { ...named, target: { to: "household", field: number } }, reasons: [keyReason] };
  if (key === "order") return { mapping: { ...named, target: { to: "ignored" } as const }, reasons: [orderReason] };
  return {
    mapping: { ...named, target: { to: "key", part: key === "sheet" ? "household" : key } },
    reasons: [keyReason],
  };
}

function otherGuess({ distinct }: SampledColumn, named: { header: string; group?: string }) {
  const isEmpty = distinct.length === 0;
  const target = { to: isEmpty ? ("ignored" as const) : ("unknown" as const) };
  return { mapping: { ...named, target }, reasons: [isEmpty ? emptyReason : unknownReason] };
}

/** The order of days, where the column has days that do not begin with the year. */
function styleOf(field: FieldDefinition, { cells }: SampledColumn) {
  if (field.of.type !== "day") return { reasons: [] };
  const verdict = decideDateOrder(cells);
  if (verdict.decided) return { dateOrder: verdict.order, reasons: [] };
  const examples = verdict.choices.map(({ example }) => example).join("; ");
  const question: Reason = { en: `Which is the day: ${examples}?`, zh: `日和月哪个在前：${examples}` };
  return { reasons: [question] };
}

const orderReason: Reason = { en: "Numbers of rows and sums are not kept.", zh: "行号和合计不用导入" };
const keyReason: Reason = { en: "It says which rows are one household.", zh: "用来认哪几行是一户" };
const emptyReason: Reason = { en: "It has no cells.", zh: "这一列是空的" };
const unknownReason: Reason = { en: "No field of the form is like it.", zh: "档案里没有相近的项目" };
