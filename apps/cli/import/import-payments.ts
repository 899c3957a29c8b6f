import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { loadMapping, type SavedMapping, saveMapping } from "@mingbai/tabular/mapping/saved-mapping";
import type { MappingAnswers } from "@mingbai/tabular/payments/guess-payments";
import { askMapping } from "./ask-mapping.ts";
import { controlText } from "./control-text.ts";
import { openDesk } from "./desk.ts";
import { importFile, type PreparedFile } from "./import-file.ts";
import { openJournal } from "./import-journal.ts";
import { importPassphrase } from "./import-passphrase.ts";
import { ListReader, type OpenList } from "./list-reader.ts";
import { mappingText } from "./mapping-text.ts";
import { openReconstruction } from "./open-reconstruction.ts";

export interface ImportOptions {
  readonly files: readonly string[];
  /** "auto", or the path of a saved mapping. */
  readonly map: string;
  /** Take the guess without asking; what a guess leaves open is then refused. */
  readonly yes: boolean;
  readonly data: string;
  readonly currency: string;
  readonly zoneOffsetMinutes: number;
  readonly answers: MappingAnswers;
  /** The lists' encoding, where a person names it. */
  readonly encoding?: string;
  /** The sheet of the lists that are workbooks, where a person names it. */
  readonly sheet?: string;
}

/** What `--json` prints of one file; `total` is the minor units of the accepted rows. */
export interface FileResult {
  readonly name: string;
  readonly read: number;
  readonly imported: number;
  readonly quarantined: number;
  readonly reasons: Readonly<Record<string, number>>;
  readonly total: number;
}

/** A file that cannot be mapped without a person. Nothing of any file has been imported then. */
export class UnmappedFileError extends Error {
  override name = "UnmappedFileError";
}

/** A file with the mapping that was confirmed for it. */
interface MappedFile extends PreparedFile {
  readonly mapping: SavedMapping;
}

/** A file that counts in another currency than the ledger. Nothing of any file has been imported then. */
export class ListCurrencyError extends Error {
  override name = "ListCurrencyError";
}

/** Reads and maps every file first, then puts them on the ledger one after another. `say` hears progress and results. */
export async function importPayments(options: ImportOptions, say: (text: string) => void): Promise<FileResult[]> {
  const reader = new ListReader();
  try {
    const files: MappedFile[] = [];
    for (const path of options.files) {
      const list = await openList(reader, path, options);
      const mapping = await mappingFor(list, options, say);
      const totals = await list.read(mapping);
      refuseOtherCurrency(list.name, totals.currency, options.currency);
      files.push({ list, mapping, totals });
    }
    return await importAll(files, options, say);
  } finally {
    await reader.close();
  }
}

async function openList(reader: ListReader, path: string, { encoding, sheet }: ImportOptions): Promise<OpenList> {
  const name = basename(path);
  const bytes = await readFile(path);
  try {
    return await reader.open(name, bytes, { encoding, sheet });
  } catch (error) {
    throw error instanceof Error ? new Error(`${name}: ${error.message}`, { cause: error }) : error;
  }
}

/** A ledger has one currency, and no sum is ever taken for another money than its list says. */
function refuseOtherCurrency(name: string, stated: string | undefined, currency: string): void {
  if (stated === undefined || stated === currency) return;
  throw new ListCurrencyError(
    `${name} counts in ${stated}, the ledger in ${currency}: give --currency ${stated} and a folder of its own with --data, or ` +
      `--list-currency ${currency} where its sign means that; rows in other money are then kept apart`,
  );
}

async function importAll(
  files: readonly MappedFile[],
  options: ImportOptions,
  say: (text: string) => void,
): Promise<FileResult[]> {
  await mkdir(options.data, { recursive: true, mode: 0o700 });
  const passphrase = await importPassphrase(options.data, !options.yes);
  const open = await openReconstruction({
    root: options.data,
    passphrase,
    choice: { currency: options.currency, zoneOffsetMinutes: options.zoneOffsetMinutes },
    onFatal: stop,
  });
  try {
    const journal = await openJournal(options.data);
    const results: FileResult[] = [];
    for (const file of files) {
      say(file.list.name);
      const desk = openDesk(open, (step) => say(`  … ${step}`));
      const totals = await importFile(desk, journal, file);
      say(controlText(file.totals, totals, open.currency));
      await keepBeside(options.data, file, say);
      results.push(resultOf(file));
    }
    return results;
  } finally {
    await open.close();
  }
}

async function mappingFor(list: OpenList, options: ImportOptions, say: (text: string) => void): Promise<SavedMapping> {
  const { name, facts } = list;
  if (options.map !== "auto") return loadMapping(await readFile(options.map, "utf8"));
  if (!options.yes && process.stdin.isTTY === true) return askMapping(list, options.answers);
  const guess = await list.guess(options.answers);
  if (options.yes && guess.mapping !== undefined) {
    if (facts.encodingDoubt !== "")
      say(`${name}: ${facts.encodingDoubt} (${facts.encoding}; another: --encoding NAME)`);
    return guess.mapping;
  }
  say(`${name}\n${mappingText(facts, guess)}`);
  if (guess.mapping !== undefined)
    throw new UnmappedFileError(`${name}: add --yes to import with the columns shown above`);
  throw new UnmappedFileError(
    `${name}: the columns cannot be decided without you: answer with --date-order or --decimal, or write a mapping and give it with --map`,
  );
}

/** The mapping lies in the data folder for the publisher's next file; rows kept apart lie beside it, to be mended. */
async function keepBeside(
  data: string,
  { list, totals, mapping }: MappedFile,
  say: (text: string) => void,
): Promise<void> {
  const stem = basename(list.name, extname(list.name));
  const mappings = join(data, "mappings");
  await mkdir(mappings, { recursive: true, mode: 0o700 });
  const mappingPath = join(mappings, `${stem}.json`);
  await writeFile(mappingPath, saveMapping(mapping), { mode: 0o600 });
  if (totals.quarantined === 0) return;
  const path = join(dirname(data), `${stem}.quarantine.csv`);
  const found = await readFile(path, "utf8").catch(ignoreAbsent);
  if (found === undefined) await writeFile(path, totals.quarantineCsv, { mode: 0o600 });
  // Somebody may be mending it.
  else if (found !== totals.quarantineCsv) return say(`  ${path} is there already and differs; it was left as it is`);
  say(`  kept apart in ${path}; mend them there, then: mingbai import payments ${path} --map ${mappingPath}`);
}

function ignoreAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}

function resultOf({ list, totals }: MappedFile): FileResult {
  const { read, accepted, quarantined, reasons, total } = totals;
  return { name: list.name, read, imported: accepted, quarantined, reasons, total };
}

/** A broken log leaves nothing to go on with; what was done is durable, and the same command goes on from there. */
function stop(error: Error): never {
  process.stderr.write(`mingbai: ${error.message}; run the same command again to go on\n`);
  process.exit(1);
}
