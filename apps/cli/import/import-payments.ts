import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { loadMapping, type SavedMapping, saveMapping } from "@mingbai/tabular/mapping/saved-mapping";
import { guessPayments, type MappingAnswers, readPaymentsTable } from "@mingbai/tabular/payments/guess-payments";
import { writeQuarantineCsv } from "@mingbai/tabular/payments/quarantine-csv";
import type { Table } from "@mingbai/tabular/read/table";
import { askMapping } from "./ask-mapping.ts";
import { controlText } from "./control-text.ts";
import { openDesk } from "./desk.ts";
import { importFile, type PreparedFile, prepareFile } from "./import-file.ts";
import { openJournal } from "./import-journal.ts";
import { importPassphrase } from "./import-passphrase.ts";
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

/** Reads and maps every file first, then puts them on the ledger one after another. `say` hears progress and results. */
export async function importPayments(options: ImportOptions, say: (text: string) => void): Promise<FileResult[]> {
  const prepared: { file: PreparedFile; mapping: SavedMapping }[] = [];
  for (const path of options.files) prepared.push(await readMapped(path, options, say));
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
    for (const { file, mapping } of prepared) {
      say(file.name);
      const desk = openDesk(open, (step) => say(`  … ${step}`));
      const totals = await importFile(desk, journal, file);
      say(controlText(file, totals, open.currency));
      await keepBeside(options.data, { file, mapping }, say);
      results.push(resultOf(file));
    }
    return results;
  } finally {
    await open.close();
  }
}

async function readMapped(path: string, options: ImportOptions, say: (text: string) => void) {
  const bytes = await readFile(path);
  const name = basename(path);
  const table = readPaymentsTable(bytes);
  const mapping = await mappingFor(name, table, options, say);
  return { file: prepareFile({ name, bytes, table, mapping }), mapping };
}

async function mappingFor(
  name: string,
  table: Table,
  options: ImportOptions,
  say: (text: string) => void,
): Promise<SavedMapping> {
  if (options.map !== "auto") return loadMapping(await readFile(options.map, "utf8"));
  if (!options.yes && process.stdin.isTTY === true) return askMapping(name, table, options.answers);
  const guess = guessPayments(table, options.answers);
  if (options.yes && guess.mapping !== undefined) return guess.mapping;
  say(`${name}\n${mappingText(table, guess)}`);
  if (guess.mapping !== undefined)
    throw new UnmappedFileError(`${name}: add --yes to import with the columns shown above`);
  throw new UnmappedFileError(
    `${name}: the columns cannot be decided without you: answer with --date-order or --decimal, or write a mapping and give it with --map`,
  );
}

/** The mapping lies in the data folder for the publisher's next file; rows kept apart lie beside it, to be mended. */
async function keepBeside(
  data: string,
  { file, mapping }: { file: PreparedFile; mapping: SavedMapping },
  say: (text: string) => void,
): Promise<void> {
  const stem = basename(file.name, extname(file.name));
  const mappings = join(data, "mappings");
  await mkdir(mappings, { recursive: true, mode: 0o700 });
  const mappingPath = join(mappings, `${stem}.json`);
  await writeFile(mappingPath, saveMapping(mapping), { mode: 0o600 });
  if (file.payments.quarantined.length === 0) return;
  const path = join(dirname(data), `${stem}.quarantine.csv`);
  const text = writeQuarantineCsv(file.header, file.payments.quarantined);
  const found = await readFile(path, "utf8").catch(ignoreAbsent);
  if (found === undefined) await writeFile(path, text, { mode: 0o600 });
  // Somebody may be mending it.
  else if (found !== text) return say(`  ${path} is there already and differs; it was left as it is`);
  say(`  kept apart in ${path}; mend them there, then: mingbai import payments ${path} --map ${mappingPath}`);
}

function ignoreAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}

function resultOf({ name, payments }: PreparedFile): FileResult {
  const { read, accepted, quarantined, reasons, total } = payments;
  return { name, read, imported: accepted.length, quarantined: quarantined.length, reasons, total };
}

/** A broken log leaves nothing to go on with; what was done is durable, and the same command goes on from there. */
function stop(error: Error): never {
  process.stderr.write(`mingbai: ${error.message}; run the same command again to go on\n`);
  process.exit(1);
}
