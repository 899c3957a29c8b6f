import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { testData } from "@mingbai/testkit/test-data";
import { readEquation } from "@mingbai/treasury/reads";
import { bankLineTable, batchTable, fundTable, manifestTable } from "@mingbai/treasury/tables";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importPassphrase } from "./import-passphrase.ts";
import { type ImportOptions, importPayments } from "./import-payments.ts";
import { openReconstruction } from "./open-reconstruction.ts";

const timeoutMs = 120_000;
const choice = { currency: "GBP", zoneOffsetMinutes: 0 };
const oxford = testData("oxford-spend");
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-import-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function options(name: string, files: readonly string[], more: Partial<ImportOptions> = {}): ImportOptions {
  return { files, map: "auto", yes: true, data: join(folder, name, "ledger"), answers: {}, ...choice, ...more };
}

const silent = (): void => undefined;

/** What the ledger in a folder holds, in numbers that do not depend on its keys. */
async function holdings(data: string) {
  const onFatal = (error: Error): never => {
    throw error;
  };
  const open = await openReconstruction({
    root: data,
    passphrase: await importPassphrase(data, false),
    choice,
    onFatal,
  });
  try {
    const { state, head } = open.ledger.chain;
    const batches = state
      .table(batchTable)
      .entries()
      .map(([, row]) => ({ count: row.count, waits: row.waiting !== undefined }));
    const lines = state
      .table(bankLineTable)
      .entries()
      .map(([, { kind, amount }]) => `${kind} ${amount}`);
    const counts = [fundTable, manifestTable].map((table) => [...state.table<object>(table).entries()].length);
    const rows = [...batches];
    return {
      logSize: head.logSize,
      totals: {
        ...readEquation(state),
        counts,
        payments: rows.reduce((sum, { count }) => sum + count, 0),
        unsettled: rows.filter(({ waits }) => waits).length,
        lines: [...lines].sort(),
      },
    };
  } finally {
    await open.close();
  }
}

describe("a city council's seven lists", () => {
  it.skipIf(oxford === undefined)(
    "agree to the penny, and the second time nothing changes",
    async () => {
      const names = (await readdir(oxford ?? "")).filter((name) => name.endsWith(".csv"));
      const run = options(
        "oxford",
        names.map((name) => join(oxford ?? "", name)),
      );
      const results = await importPayments(run, silent);
      const sum = (of: (result: (typeof results)[number]) => number): number =>
        results.reduce((total, result) => total + of(result), 0);
      expect([sum(({ read }) => read), sum(({ imported }) => imported), sum(({ quarantined }) => quarantined)]).toEqual(
        [26_723, 26_722, 1],
      );
      // Pence of all seven files, added up apart with Python's decimal module.
      expect(sum(({ total }) => total)).toBe(9_532_586_743);
      const first = await holdings(run.data);
      expect(first.totals).toMatchObject({ payments: 26_679, unsettled: 0 });
      expect(first.totals.outstanding).toBe(first.totals.booked - first.totals.suspense);
      expect(await importPayments(run, silent)).toEqual(results);
      expect(await holdings(run.data)).toEqual(first);
    },
    timeoutMs,
  );
});

const header = "Body,Department,Payment Date,Amount,Supplier Name\n";

/** A list with returns, made the same every time. */
function list(rows: number): string {
  const row = (i: number): string => {
    const day = String(1 + (i % 28)).padStart(2, "0");
    const amount = i % 50 === 49 ? "-1.00" : `${100 + (i % 900)}.${String(i % 100).padStart(2, "0")}`;
    return `City,Area ${i % 12},${day}/03/2015,${amount},SUPPLIER ${i % 40} LTD\n`;
  };
  return header + Array.from({ length: rows }, (_, i) => row(i)).join("");
}

describe("an import that was killed", () => {
  it(
    "goes on from where it was and ends with the same money",
    async () => {
      const path = join(folder, "list.csv");
      await writeFile(path, list(8_000));
      const whole = options("whole", [path]);
      const [expected] = await importPayments(whole, silent);
      const wanted = (await holdings(whole.data)).totals;
      const run = options("killed", [path]);
      for (const word of ["accounts", "deposits", "payments"]) await killWhenSaid(run, word);
      expect(await importPayments(run, silent)).toEqual([expected]);
      expect((await holdings(run.data)).totals).toEqual(wanted);
    },
    timeoutMs,
  );
});

/** Runs an import in a process of its own and kills it as soon as it has said `word`. */
async function killWhenSaid(run: ImportOptions, word: string): Promise<void> {
  const script = `
    const { importPayments } = await import(${JSON.stringify(join(import.meta.dirname, "import-payments.ts"))});
    await importPayments(${JSON.stringify(run)}, (text) => process.stdout.write(text + "\\n"));`;
  const path = join(folder, "run.mjs");
  await writeFile(path, script);
  const child = spawn(process.execPath, [path], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.on("data", (text) => {
    said += text;
    if (said.includes(word)) child.kill("SIGKILL");
  });
  const [, signal] = await once(child, "exit");
  expect(signal).toBe("SIGKILL");
}

describe("importPayments", () => {
  it("keeps bad rows beside the folder, and takes them mended under the saved mapping", async () => {
    const path = join(folder, "mend.csv");
    await writeFile(path, `${header}City,A,28/03/2015,5.00,ACME LTD\nCity,A,31/02/2015,7.00,ACME LTD\n`);
    const run = options("mend", [path]);
    const [first] = await importPayments(run, silent);
    expect(first).toEqual({
      name: "mend.csv",
      read: 2,
      imported: 1,
      quarantined: 1,
      reasons: { DATE_UNREADABLE: 1 },
      total: 500,
    });
    const kept = join(folder, "mend", "mend.quarantine.csv");
    await writeFile(kept, (await readFile(kept, "utf8")).replace("31/02", "28/02"));
    const map = join(run.data, "mappings", "mend.json");
    expect(await importPayments({ ...run, files: [kept], map }, silent)).toMatchObject([{ imported: 1, total: 700 }]);
  });

  it("imports nothing where the dates can be read in two ways, until it is told", async () => {
    const path = join(folder, "ask.csv");
    await writeFile(path, `${header}City,A,03/04/2015,5.00,ACME LTD\n`);
    const run = options("ask", [path]);
    await expect(importPayments(run, silent)).rejects.toThrow(/--date-order/);
    await expect(readdir(run.data)).rejects.toThrow();
    expect(await importPayments({ ...run, answers: { dateOrder: "dmy" } }, silent)).toMatchObject([{ total: 500 }]);
  });

  it("imports nothing where a list counts in other money than the ledger, until it is told", async () => {
    const path = join(folder, "dollars.csv");
    await writeFile(path, `${header}City,A,28/03/2015,$5.00,ACME LTD\nCity,A,29/03/2015,$6.00,ACME LTD\n`);
    const run = options("dollars", [path], { currency: "AUD" });
    await expect(importPayments(run, silent)).rejects.toThrow(/counts in USD, the ledger in AUD.*--list-currency/);
    await expect(readdir(run.data)).rejects.toThrow();
    expect(await importPayments({ ...run, answers: { currency: "AUD" } }, silent)).toMatchObject([{ total: 1_100 }]);
  });

  it("says where an encoding is a guess, and reads in one that it is told", async () => {
    const path = join(folder, "polish.csv");
    await writeFile(path, iconv.encode(`${header}City,A,28/03/2015,5.00,Łódź\n`, "windows-1250"));
    const said: string[] = [];
    await importPayments(options("guessed", [path]), (text) => said.push(text));
    expect(said.join("\n")).toMatch(/guess.*£ódŸ.*--encoding/);
    const quiet: string[] = [];
    await importPayments(options("told", [path], { encoding: "windows-1250" }), (text) => quiet.push(text));
    expect(quiet.join("\n")).not.toMatch(/--encoding/);
  });

  it("refuses the same file under another mapping, and another currency", async () => {
    const path = join(folder, "twice.csv");
    await writeFile(
      path,
      "Date,Gross,Net,Supplier,Department,Ward\n28/03/2015,6.00,5.00,ACME LTD,A,x\n27/03/2015,7.00,6.00,ACME LTD,A,y\n",
    );
    const run = options("twice", [path]);
    await importPayments(run, silent);
    await expect(importPayments({ ...run, answers: { columns: { amount: "Net" } } }, silent)).rejects.toThrow(
      /another mapping/,
    );
    const byWard = { ...run, answers: { columns: { area: "Ward" } } };
    await expect(importPayments(byWard, silent)).rejects.toThrow(/another mapping/);
    await expect(importPayments({ ...run, currency: "CNY" }, silent)).rejects.toThrow(/counts in GBP/);
  });
});
