// Reads a list beside the page, so that the page goes on answering. It gets no key and asks no node.
import { listDivisions, type NamedDivision } from "@mingbai/registry/content/entry/list-divisions";
import { countyForm } from "@mingbai/registry/content/form/county/county-form";
import { formHeaderScore } from "@mingbai/registry/content/import/guess/form-header-score";
import { guessMapping } from "@mingbai/registry/content/import/guess/guess-mapping";
import type { ImportMapping } from "@mingbai/registry/content/import/mapping/import-mapping";
import { layoutFingerprint } from "@mingbai/registry/content/import/mapping/layout-fingerprint";
import { MappingMisfit } from "@mingbai/registry/content/import/mapping/locate-columns";
import type { SourceSheet } from "@mingbai/registry/content/import/mapping/source-sheet";
import { correctedRows, findCell } from "@mingbai/registry/content/import/read/correct-cells";
import { ListTally } from "@mingbai/registry/content/import/read/list-tally";
import type { ReadHousehold } from "@mingbai/registry/content/import/read/read-household";
import { type ListSheet, readHouseholds } from "@mingbai/registry/content/import/read/read-households";
import { maskListedName } from "@mingbai/sdk/household-import/mask-listed-name";
import { NotATableError } from "@mingbai/tabular/read/not-a-table-error";
import { openTable } from "@mingbai/tabular/read/open-table";
import { readTableFile } from "@mingbai/tabular/read/read-table-file";
import type { TableRow } from "@mingbai/tabular/read/table";
import type { ListAnswer, ListRequest, OpenedList, ReadingOf } from "./list-message.ts";

const householdsAtOnce = 500;
const zipStart = [0x50, 0x4b, 0x03, 0x04];

let form = countyForm;
/** As the mapping has them. */
let sheets: readonly ListSheet[] = [];
let divisions: readonly NamedDivision[] = [];
let reading: Generator<ReadHousehold> | undefined;

addEventListener("message", ({ data }: MessageEvent<ListRequest>) => {
  void answer(data).catch((fault: unknown) => say(whyNot(fault)));
});

function say(said: ListAnswer): void {
  postMessage(said);
}

async function answer(request: ListRequest): Promise<void> {
  if (request.kind === "next") next();
  else if (request.kind === "check") check(request);
  else if (request.kind === "cell")
    say({ kind: "cell", text: findCell(sheets[request.sheet]?.rows ?? [], request) ?? "" });
  else if (request.kind === "read") {
    reading = householdsOf(request);
    say({ kind: "begun" });
  } else {
    divisions = request.divisions;
    form = request.form;
    say({ kind: "opened", list: await open(request.file, request.sheets) });
  }
}

async function open(file: File, names: readonly string[]): Promise<OpenedList> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isWorkbook = zipStart.every((byte, at) => bytes[at] === byte);
  const opened = isWorkbook ? await openWorkbook(bytes, names) : [openText(bytes)];
  const guess = guessMapping(
    opened.map(({ beginning }) => beginning),
    form,
    { divisions: listDivisions(divisions) },
  );
  const ordered = guess.order.flatMap((place) => opened[place] ?? []);
  if (ordered.length > 1) checkPair(guess.mapping);
  sheets = ordered.map(({ beginning: { header, groups }, rows }) => ({ header, groups, rows }));
  return {
    sheets: opened[0]?.sheets ?? [],
    read: ordered.map(({ sheet }) => sheet),
    guess,
    fingerprint: layoutFingerprint(sheets),
  };
}

interface OpenedSheet {
  readonly beginning: SourceSheet;
  readonly rows: Iterable<TableRow>;
  readonly sheets: readonly string[];
  readonly sheet: string;
}

function openText(bytes: Uint8Array): OpenedSheet {
  return { ...openTable(bytes, formHeaderScore(form)), sheets: [], sheet: "" };
}

async function openWorkbook(bytes: Uint8Array, names: readonly string[]): Promise<OpenedSheet[]> {
  const opened: OpenedSheet[] = [];
  for (const name of names.length === 0 ? [undefined] : names) {
    const { table, sheets: all, sheet } = await readTableFile(bytes, { score: formHeaderScore(form), sheet: name });
    opened.push({ beginning: table, rows: table.rows, sheets: all, sheet });
  }
  return opened;
}

/** Two sheets belong together where one is of households and the other of people, both with the household's number. */
function checkPair({ sheets: [first, second], key }: ImportMapping): void {
  const isPair = first?.rows === "households" && second?.rows === "people";
  if (isPair && (key === "number" || key === "numberInVillage")) return;
  throw new SheetsApartError("no sheet of households beside one of people");
}

class SheetsApartError extends Error {
  override name = "SheetsApartError";
}

function* partsOf({ mapping, day, corrections }: ReadingOf) {
  if (sheets.length === 0) throw new Error("no list is open");
  const corrected = sheets.map((sheet, at) => ({ ...sheet, rows: correctedRows(sheet.rows, at, corrections) }));
  yield* readHouseholds(corrected, mapping, form, {
    day,
    divisions: listDivisions(divisions),
    maskName: maskListedName,
  });
}

function* householdsOf(of: ReadingOf): Generator<ReadHousehold> {
  for (const part of partsOf(of)) if (part.kind === "household") yield part.household;
}

function check(of: ReadingOf): void {
  const tally = new ListTally();
  for (const part of partsOf(of)) {
    tally.add(part);
    if (tally.households % householdsAtOnce === 0) say({ kind: "progress", households: tally.households });
  }
  say({ kind: "checked", summary: tally.summary() });
}

function next(): void {
  const households: ReadHousehold[] = [];
  for (let at = 0; at < householdsAtOnce; at++) {
    const { value, done } = reading?.next() ?? { value: undefined, done: true };
    if (done || value === undefined) {
      say({ kind: "households", households, isEnd: true });
      return;
    }
    households.push(value);
  }
  say({ kind: "households", households, isEnd: false });
}

function whyNot(fault: unknown): ListAnswer {
  if (fault instanceof MappingMisfit) return { kind: "failed", why: { en: fault.message, zh: fault.zh } };
  if (fault instanceof SheetsApartError) return { kind: "failed", why: "sheetsApart" };
  const isNoTable = fault instanceof NotATableError || fault instanceof RangeError;
  return { kind: "failed", why: isNoTable ? "notATable" : "broken" };
}
