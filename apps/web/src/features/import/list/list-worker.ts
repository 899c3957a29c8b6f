// Reads a list beside the page, so that the page goes on answering. It gets no key and asks no node.
import { listDivisions, type NamedDivision } from "@mingbai/registry/content/entry/list-divisions";
import { countyForm } from "@mingbai/registry/content/form/county/county-form";
import { MappingMisfit } from "@mingbai/registry/content/import/mapping/locate-columns";
import { openList } from "@mingbai/registry/content/import/open/open-list";
import { correctedRows, findCell } from "@mingbai/registry/content/import/read/correct-cells";
import { ListTally } from "@mingbai/registry/content/import/read/list-tally";
import type { ReadHousehold } from "@mingbai/registry/content/import/read/read-household";
import { type ListSheet, readHouseholds } from "@mingbai/registry/content/import/read/read-households";
import { maskListedName } from "@mingbai/sdk/household-import/mask-listed-name";
import { NotATableError } from "@mingbai/tabular/read/not-a-table-error";
import type { ListAnswer, ListRequest, OpenedList, ReadingOf } from "./list-message.ts";

const householdsAtOnce = 500;

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
  const list = await openList(bytes, { form, divisions: listDivisions(divisions), sheets: names });
  const { sheets: opened, ...told } = list;
  sheets = opened;
  return told;
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
  const isNoTable = fault instanceof NotATableError || fault instanceof RangeError;
  return { kind: "failed", why: isNoTable ? "notATable" : "broken" };
}
