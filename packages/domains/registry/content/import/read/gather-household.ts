import { checkFile } from "../../check/check-file.ts";
import type { FileFault } from "../../check/file-fault.ts";
import type { PersonValues } from "../../file/household-values.ts";
import type { Values } from "../../file/value.ts";
import type { FormDefinition, SubjectKind } from "../../form/definition.ts";
import { headRelation, knownFields } from "../../form/known-fields.ts";
import type { ColumnReader } from "./cell-reader.ts";
import { type CellFinding, type ClaimSource, gatherClaims, type RowCells } from "./gather-claims.ts";
import { type GatheredPerson, gatherPerson } from "./gather-person.ts";
import { type ImportFault, rowFault, todoOf } from "./import-fault.ts";
import type { RowIndex } from "./index-rows.ts";
import { packWhole } from "./pack-identity-number.ts";
import type { HouseholdState, ReadHousehold, ReadLine } from "./read-household.ts";

/** The rows of one household, and where in them its facts and its people stand. */
export interface HouseholdRows {
  readonly key: string;
  readonly sheet: number;
  readonly rows: readonly RowCells[];
  /** The columns of each person of a row. */
  readonly groups: readonly (readonly ColumnReader[])[];
  readonly besideLines: readonly number[];
  readonly claims: readonly ClaimSource[];
  /** Faults of whole rows, found before their cells were read. */
  readonly rowFaults: readonly ImportFault[];
  /** Of a household whose people are on no sheet: where its number stands. */
  readonly keyCell?: Pick<ImportFault, "column" | "cell"> | undefined;
  /** The head is who stands first, where no column says who it is. */
  readonly isHeadFirst: boolean;
}

export interface GatherTools {
  readonly form: FormDefinition;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly fixed: Values;
  readonly twice: RowIndex["twice"];
  readonly maskName: (name: string) => string;
  readonly headers: {
    readonly [of in SubjectKind]: ReadonlyMap<string, Pick<ImportFault, "sheet" | "column" | "cell">>;
  };
}

const { name, relation, identityNumber } = knownFields.person;

/** A household from its rows: its values and people, with all that is wrong at a cell or as a whole. */
export function gatherHousehold(rows: HouseholdRows, tools: GatherTools): ReadHousehold {
  const claims = gatherClaims(rows.claims);
  const people = headFirst(gatherPeople(rows));
  const household = {
    values: { ...tools.fixed, ...claims.values },
    people: people.map(({ values }): PersonValues => ({ values })),
  };
  const lines = rows.rows.map(({ line }) => line);
  const cellFaults = [
    ...claims.findings.map((finding) => cellFault(finding, "household")),
    ...people.flatMap((person) =>
      person.findings.map((finding) => ({ ...cellFault(finding, "person"), ...whoOf(person, tools) })),
    ),
  ];
  const told = new Set([
    ...cellFaults.map((fault) => placeName(fault)),
    ...claims.disagreements.map(({ field }) => placeName({ of: "household", field, line: 0 })),
  ]);
  const place = { rows, people, tools, valueLines: claims.valueLines };
  // What the household's own row would say is not asked for beside the row itself.
  const isOnLostRow = ({ of }: ImportFault) =>
    of === "household" && rows.rowFaults.some(({ fault }) => fault === "HOUSEHOLD_MISSING");
  const fileFaults = checkFile(tools.form, household, tools)
    .map((fault) => placed(fault, place))
    .filter((fault) => fault.fault !== "REQUIRED" || !(told.has(placeName(fault)) || isOnLostRow(fault)));
  const faults = [
    ...rows.rowFaults,
    ...cellFaults,
    ...fileFaults,
    ...elsewhere(people, { sheet: rows.sheet, lines }, tools),
  ];
  return {
    key: rows.key,
    state: stateOf(faults, claims.disagreements.length > 0),
    household,
    sheet: rows.sheet,
    lines,
    besideLines: rows.besideLines,
    valueLines: claims.valueLines,
    personLines: people.map(({ line }) => line),
    disagreements: claims.disagreements,
    faults,
  };
}

function stateOf(faults: readonly ImportFault[], disagrees: boolean): HouseholdState {
  if (faults.some(({ level }) => level === "error")) return "faults";
  if (disagrees) return "disagreement";
  return faults.length > 0 ? "doubts" : "ready";
}

function gatherPeople({ rows, groups, isHeadFirst }: HouseholdRows): GatheredPerson[] {
  const all = rows.flatMap((row) => groups.map((columns) => gatherPerson(row, columns)));
  const found = all.filter((person) => person !== undefined);
  const [first, ...others] = found;
  if (!isHeadFirst || first === undefined || first.values[relation] !== undefined) return found;
  return [{ ...first, values: { ...first.values, [relation]: headRelation } }, ...others];
}

function headFirst(people: readonly GatheredPerson[]): GatheredPerson[] {
  const rank = ({ values }: GatheredPerson) => (values[relation] === headRelation ? 0 : 1);
  return people.toSorted((a, b) => rank(a) - rank(b));
}

function cellFault({ line, reader, found, level }: CellFinding, of: ImportFault["of"]): ImportFault {
  const { fault, values, en, zh } = found;
  return {
    sheet: reader.sheet,
    line,
    column: reader.header,
    cell: reader.column,
    of,
    field: reader.field.id,
    level,
    fault,
    values,
    en,
    zh,
    todo: todoOf(found, level),
  };
}

function whoOf({ values }: GatheredPerson, { maskName }: GatherTools): { readonly who?: string } {
  const text = values[name];
  return typeof text === "string" ? { who: maskName(text) } : {};
}

/** A fault of the file at the row, and where there is one the column, that it comes from. */
function placed(
  fault: FileFault,
  at: {
    readonly rows: HouseholdRows;
    readonly people: readonly GatheredPerson[];
    readonly tools: GatherTools;
    readonly valueLines: ReadHousehold["valueLines"];
  },
): ImportFault {
  const { subject, level, fields, values, en, zh } = fault;
  const of = subject === "household" ? "household" : "person";
  const person = subject === "household" ? undefined : at.people[subject];
  const [field] = fields;
  const header = field === undefined ? undefined : at.tools.headers[of].get(field);
  const where =
    person === undefined
      ? ((field === undefined ? undefined : at.valueLines[field]) ?? householdPlace(at.rows, header?.sheet))
      : { sheet: at.rows.sheet, line: person.line };
  return {
    ...where,
    ...(fault.fault === "NOBODY" ? at.rows.keyCell : columnAt(where, header)),
    of,
    ...(field !== undefined && { field }),
    ...(person !== undefined && whoOf(person, at.tools)),
    level,
    fault: fault.fault,
    values,
    en,
    zh,
    todo: todoOf(fault, level),
  };
}

/** The column of a fault, and its cell where that stands on the fault's sheet. */
function columnAt(
  { sheet }: ReadLine,
  header: Pick<ImportFault, "sheet" | "column" | "cell"> | undefined,
): Pick<ImportFault, "column" | "cell"> {
  const { column, cell } = header ?? {};
  return {
    ...(column !== undefined && { column }),
    ...(cell !== undefined && header?.sheet === sheet && { cell }),
  };
}

/** The first row of a household on the sheet that has the column; where it has none there, its first row. */
function householdPlace({ sheet, rows, besideLines }: HouseholdRows, wanted: number | undefined): ReadLine {
  const [beside] = besideLines;
  if (wanted !== undefined && wanted !== sheet && beside !== undefined) return { sheet: wanted, line: beside };
  return { sheet, line: rows[0]?.line ?? 0 };
}
/** People of this household whose identity number stands in another household of the list too: both are told. */
function elsewhere(
  people: readonly GatheredPerson[],
  { sheet, lines }: Pick<ReadHousehold, "sheet" | "lines">,
  tools: GatherTools,
): ImportFault[] {
  if (tools.twice.size === 0) return [];
  return people.flatMap((person): ImportFault[] => {
    const number = person.values[identityNumber];
    const others = typeof number !== "string" ? [] : (tools.twice.get(packWhole(number)) ?? []);
    const outside = others.filter((line) => !lines.includes(line));
    if (outside.length === 0) return [];
    const found = rowFault("ELSEWHERE_IN_LIST", { lines: outside.join(", ") });
    const column = tools.headers.person.get(identityNumber);
    const where = { sheet, line: person.line, ...column, of: "person" as const };
    return [
      {
        ...where,
        field: identityNumber,
        ...whoOf(person, tools),
        level: "error",
        ...found,
        todo: todoOf(found, "error"),
      },
    ];
  });
}

function placeName({ of, field, line }: Pick<ImportFault, "of" | "field" | "line">): string {
  return of === "household" ? `h ${field}` : `${line} ${field}`;
}
