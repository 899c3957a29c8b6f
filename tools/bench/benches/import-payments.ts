import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDesk } from "@mingbai/cli/import/desk";
import { importFile, type PreparedFile } from "@mingbai/cli/import/import-file";
import { openJournal } from "@mingbai/cli/import/import-journal";
import { ListReader } from "@mingbai/cli/import/list-reader";
import { openReconstruction } from "@mingbai/cli/import/open-reconstruction";
import { guessPayments, readPaymentsTable } from "@mingbai/tabular/payments/guess-payments";
import { readPayments } from "@mingbai/tabular/payments/read-payments";
import { testData } from "@mingbai/testkit/test-data";
import { defineBench } from "../define-bench.ts";

type Prepared = { folder: string; list: Uint8Array; round: number; reader: ListReader };

const header = "Body,Service Area,Category,Payment Date,Reference,Amount,Supplier ID,Supplier Name";

/** One long list of `rows` rows: a council's real ones again and again, or invented ones of the same shape where they are absent. */
async function makeList(rows: number): Promise<Uint8Array> {
  const source = await realRows();
  const lines = [header];
  for (let i = 0; i < rows; i++) lines.push(source[i % source.length]?.replace("#", String(i)) ?? "");
  return new TextEncoder().encode(`${lines.join("\n")}\n`);
}

async function realRows(): Promise<string[]> {
  const folder = testData("oxford-spend");
  if (folder === undefined) return inventedRows();
  const rows: string[] = [];
  for (const name of await readdir(folder)) {
    const bytes = await readFile(join(folder, name));
    const { mapping } = guessPayments(readPaymentsTable(bytes));
    if (mapping === undefined) throw new Error(`${name} cannot be mapped`);
    for (const row of readPayments(bytes, mapping).accepted) {
      const texts = [row.body, row.area, row.category, row.date, `${row.reference}/#`].map(quoted);
      rows.push([...texts, pounds(row.amount), quoted(row.supplierId), quoted(row.supplierName)].join(","));
    }
  }
  return rows;
}

function inventedRows(): string[] {
  return Array.from({ length: 25_000 }, (_, i) => {
    const day = `2015-0${1 + (i % 3)}-${String(1 + (i % 28)).padStart(2, "0")}`;
    return `City,Area ${i % 24},Category ${i % 90},${day},${i}/#,${pounds(50_000 + i)},${i % 2_000},SUPPLIER ${i % 2_000} LTD`;
  });
}

function pounds(minor: number): string {
  const digits = String(Math.abs(minor)).padStart(3, "0");
  return `${minor < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** Rows a second of one long list, from its bytes in memory to a durable, settled ledger, its mapping guessed; an empty ledger each round. */
export const bench = defineBench<number, Prepared>({
  name: "import.payments",
  unit: "rows/s",
  rounds: 3,
  full: 534_440,
  small: 2_000,
  prepare: async (rows) => ({
    folder: await mkdtemp(join(tmpdir(), "mingbai-bench-import-")),
    list: await makeList(rows),
    round: 0,
    reader: await startReader(),
  }),
  run: async (prepared) => {
    const root = join(prepared.folder, String(prepared.round++));
    const choice = { currency: "GBP", zoneOffsetMinutes: 0 };
    const open = await openReconstruction({ root, passphrase: "bench", choice, onFatal: fail });
    const desk = openDesk(open, () => undefined);
    const journal = await openJournal(root);
    const startedMs = performance.now();
    try {
      const file = await read(prepared.reader, prepared.list);
      await importFile(desk, journal, file);
      return file.totals.read / ((performance.now() - startedMs) / 1_000);
    } finally {
      await open.close();
      await rm(root, { recursive: true });
    }
  },
  peers: [],
  close: async ({ folder, reader }) => {
    await reader.close();
    await rm(folder, { recursive: true, force: true });
  },
});

/** Both threads of the importing process are up before the clock starts. */
async function startReader(): Promise<ListReader> {
  const reader = new ListReader();
  const empty = await reader.open("empty.csv", new Uint8Array());
  await empty.forget();
  return reader;
}

async function read(reader: ListReader, bytes: Uint8Array): Promise<PreparedFile> {
  const list = await reader.open("list.csv", bytes);
  const { mapping } = await list.guess({});
  if (mapping === undefined) throw new Error("the list cannot be mapped");
  return { list, totals: await list.read(mapping) };
}

function fail(error: Error): never {
  throw error;
}
