import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { utf8 } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import { writePrivateFile } from "@mingbai/crypto/key-file/write-private-file";
import type { Divisions } from "@mingbai/registry/content/entry/entry";
import type { FormDefinition } from "@mingbai/registry/content/form/definition";
import { knownFields } from "@mingbai/registry/content/form/known-fields";
import { ImportMapping } from "@mingbai/registry/content/import/mapping/import-mapping";
import { planImport } from "@mingbai/registry/content/import/plan/plan-import";
import type { PlannedHousehold } from "@mingbai/registry/content/import/plan/planned-household";
import { ListTally } from "@mingbai/registry/content/import/read/list-tally";
import type { ReadHousehold } from "@mingbai/registry/content/import/read/read-household";
import { readHouseholds } from "@mingbai/registry/content/import/read/read-households";
import { type ImportResult, importHouseholds } from "@mingbai/sdk/household-import/import-households";
import { addCounts, type ImportCounts, noCounts } from "@mingbai/sdk/household-import/import-step";
import { alikeAtNode, knownAtNode } from "@mingbai/sdk/household-import/known-at-node";
import { maskListedName } from "@mingbai/sdk/household-import/mask-listed-name";
import { waitForTables } from "@mingbai/sdk/wait-for-tables";
import { inLanguage } from "../../words.ts";
import type { AtNode } from "./at-node.ts";
import { askSetting } from "./at-node.ts";
import { ImportFolder, readIfThere } from "./import-folder.ts";
import { inTurns } from "./in-turns.ts";
import { countsWords, mappingWords, summaryWords } from "./list-words.ts";
import { type OpenHouseholdList, openHouseholdList } from "./open-household-list.ts";

export interface HouseholdImportOptions {
  readonly file: string;
  /** Of a workbook: one, or the one of households and the one of their people; without any the one that is shown first. */
  readonly sheets: readonly string[];
  /** "auto", or the file of a saved mapping. */
  readonly mapping: string;
  /** Where mappings and what is under way are kept. */
  readonly data: string;
  /** Areas by the codes of villages, where the node knows none. */
  readonly places: ReadonlyMap<string, string>;
  readonly withoutDisputed: boolean;
  readonly isDryRun: boolean;
  /** The guess is taken as it is. */
  readonly yes: boolean;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly signal: AbortSignal;
  readonly onProgress: (counts: ImportCounts) => void;
}

/** What became of a list. `import` is missing where nothing was written. */
export interface HouseholdImportOutcome {
  readonly import?: string;
  readonly counts: ImportCounts;
  readonly isStopped: boolean;
  readonly refused: ImportResult["refused"];
}

/**
 * Reads a list and writes what may be written; the rest waits for a person at the import desk. The same list under the same mapping
 * goes on where it was broken off, and once it is done changes nothing. Throws what the node refuses.
 */
export async function importHouseholdList(
  node: AtNode,
  options: HouseholdImportOptions,
  say: (text: string) => void,
): Promise<HouseholdImportOutcome> {
  const { form, divisions, places } = await askSetting(node.client, options.places);
  using list = await openHouseholdList(options.file, { form, divisions, sheets: options.sheets });
  const { mapping, isGuessed } = await chooseMapping(options, list);
  say(mappingWords(mapping, { form, sheets: list.read }));
  const name = toHex(sha256(utf8(`${list.digest} ${JSON.stringify(mapping)}`))).slice(0, 32);
  const folder = await ImportFolder.open(options.data, name);
  const kept = await folder.find();
  const reading: Reading = { list, mapping, form, divisions, day: kept?.day ?? options.day };
  say(summaryWords(tallyOf(reading), list.read));
  const known = knownAtNode(node);
  const alike = alikeAtNode(node.client);
  const areaOf = ({ read }: PlannedHousehold) =>
    places.get(String(read.household.values[knownFields.household.village]));
  const planned = (leftOut: number) =>
    planImport(inTurns(skip(householdsOf(reading), leftOut)), {
      known,
      alike,
      withoutDisputed: options.withoutDisputed,
    });
  const nothing = { counts: noCounts, isStopped: false, refused: [] };
  if (options.isDryRun) return { ...nothing, counts: await countPlan(planned(0), areaOf) };
  if (kept?.isDone) {
    say(inLanguage({ en: `Imported already as ${kept.import}.`, zh: `已经导入过，编号 ${kept.import}` }));
    return { ...nothing, import: kept.import };
  }
  if (isGuessed && !options.yes) throw new MappingUnconfirmedError(await saveGuess(options.data, list, mapping));
  const number = kept?.import ?? randomBytes(8).toString("hex");
  await folder.keep({ import: number, day: reading.day, isDone: false });
  const { client, actor } = node;
  const { onProgress, signal } = options;
  const writing = { client, actor, import: number, form: form.version, planned, areaOf, journal: folder.journal };
  const result = await importHouseholds({ ...writing, onProgress, signal });
  await waitForTables(client, result.height);
  if (!result.isStopped) await folder.keep({ import: number, day: reading.day, isDone: true });
  say(countsWords(result.counts));
  return { import: number, counts: result.counts, isStopped: result.isStopped, refused: result.refused };
}

/** Nobody has said that the guess is right; it is saved to be looked at. */
export class MappingUnconfirmedError extends Error {
  override name = "MappingUnconfirmedError";

  constructor(path: string) {
    super(
      inLanguage({
        en: `Nothing was written. Look at the columns above: --yes takes them as they are; to change one, mend ${path} and give it with --mapping.`,
        zh: `没有写入。请看上面的列对应：没问题加 --yes；要改就改 ${path}，再用 --mapping 指定它`,
      }),
    );
  }
}

/** A mapping of two sheets was given with one, or the other way round. */
export class SheetsMissingError extends Error {
  override name = "SheetsMissingError";

  constructor(count: number) {
    super(
      inLanguage({
        en: `The mapping is one of ${count} sheets; name as many with --sheet.`,
        zh: `这份列对应有 ${count} 张工作表，请用 --sheet 指定同样多的表`,
      }),
    );
  }
}

interface Reading {
  readonly list: OpenHouseholdList;
  readonly mapping: ImportMapping;
  readonly form: FormDefinition;
  readonly divisions: Divisions;
  readonly day: string;
}

/** The one that is named, else the one that was saved for this layout, else the guess. */
async function chooseMapping({ mapping, data }: HouseholdImportOptions, list: OpenHouseholdList) {
  const path = mapping === "auto" ? savedPath(data, list) : mapping;
  const text = await readIfThere(path);
  if (text !== undefined) {
    const saved = ImportMapping.parse(JSON.parse(text));
    if (saved.sheets.length !== list.sheets.length) throw new SheetsMissingError(saved.sheets.length);
    return { mapping: saved, isGuessed: mapping === "auto" };
  }
  if (mapping !== "auto") throw new Error(inLanguage({ en: `there is no ${path}`, zh: `没有文件 ${path}` }));
  return { mapping: list.guess.mapping, isGuessed: true };
}

async function saveGuess(data: string, list: OpenHouseholdList, mapping: ImportMapping): Promise<string> {
  const path = savedPath(data, list);
  await mkdir(join(data, "mappings"), { recursive: true, mode: 0o700 });
  await writePrivateFile({ path, text: `${JSON.stringify(mapping, undefined, 2)}\n`, replace: true });
  return path;
}

function savedPath(data: string, { fingerprint }: OpenHouseholdList): string {
  return join(data, "mappings", `${fingerprint.slice(0, 32)}.json`);
}

function partsOf({ list, mapping, form, divisions, day }: Reading) {
  return readHouseholds(list.sheets, mapping, form, { day, divisions, maskName: maskListedName });
}

function* householdsOf(reading: Reading): Generator<ReadHousehold> {
  for (const part of partsOf(reading)) if (part.kind === "household") yield part.household;
}

function tallyOf(reading: Reading) {
  const tally = new ListTally();
  for (const part of partsOf(reading)) tally.add(part);
  return tally.summary();
}

function* skip(households: Iterable<ReadHousehold>, count: number): Generator<ReadHousehold> {
  let left = count;
  for (const household of households) if (left-- <= 0) yield household;
}

/** What an import would do, without writing. */
async function countPlan(
  planned: AsyncIterable<PlannedHousehold>,
  areaOf: (planned: PlannedHousehold) => string | undefined,
): Promise<ImportCounts> {
  let counts = noCounts;
  for await (const one of planned) counts = addCounts(counts, countOf(one, areaOf(one)));
  return counts;
}

function countOf({ outcome, read }: PlannedHousehold, area: string | undefined): ImportCounts {
  const taken = { ...noCounts, taken: 1 };
  if (outcome === "same") return { ...taken, same: 1 };
  if (outcome === "change") return { ...taken, changed: 1 };
  if (outcome === "new" && area !== undefined) return { ...taken, opened: 1, people: read.household.people.length };
  return { ...taken, queued: 1 };
}
