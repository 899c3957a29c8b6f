import { randomBytes } from "node:crypto";
import { toHex } from "@mingbai/codec/hex";
import { machineClock } from "@mingbai/exchange/links/machine-clock";
import type { FindReader } from "@mingbai/http/routes/queries";
import { localDate } from "@mingbai/ledger/calendar/local-days";
import type { FastifyInstance } from "fastify";
import pg from "pg";
import type { DataFolder } from "../data-folder.ts";
import type { NodeKeys } from "../keys/node-keys.ts";
import { findOwnOrganisation } from "../keys/own-organisation.ts";
import type { OpenLedger } from "../open-ledger.ts";
import { RunClock } from "./clock/run-clock.ts";
import type { RunTimes } from "./clock/run-times.ts";
import { tableBook } from "./clock/table-book.ts";
import { ComparisonProcess } from "./comparison/comparison-process.ts";
import { prepareTables } from "./comparison/prepare-tables.ts";
import { markBroken } from "./comparison/run-record.ts";
import { comparisonRoutes } from "./comparison-routes.ts";
import { readDepartments } from "./sources/source-config.ts";

/** What comparing stands on in a node. */
export interface ComparisonParts {
  readonly folder: DataFolder;
  readonly ledger: Pick<OpenLedger, "genesis" | "chain">;
  readonly keys: Pick<NodeKeys, "vaultSeed" | "seeds" | "node">;
  readonly connectionString: string;
  readonly findReader: FindReader;
}

/** Comparing beside the node: its tables, its process, its routes, and the clock that begins runs. They end with the server. */
export async function serveComparison(server: FastifyInstance, parts: ComparisonParts): Promise<void> {
  const { folder, ledger, keys, connectionString, findReader } = parts;
  const { name, zoneOffsetMinutes } = ledger.genesis.configuration;
  // A database that is away does not keep the node from starting: the first run makes the tables.
  await prepare(connectionString).catch((error: unknown) => server.log.warn(error));
  const comparison = new ComparisonProcess({
    kind: "start",
    dataFolder: folder.root,
    connectionString,
    vaultSeed: toHex(keys.vaultSeed),
    nodeSeed: toHex(keys.seeds.node),
    sender: name,
  });
  const clock = openClock(server, { ...parts, comparison });
  server.addHook("onClose", async () => {
    await comparison.close();
    await clock.close();
  });
  comparisonRoutes(server, { comparison, findReader, zoneOffsetMinutes, now: Date.now });
  clock.start();
}

/** Nobody asks for a run of the clock, so nobody's account stands in it. */
function openClock(
  server: FastifyInstance,
  { folder, ledger, keys, connectionString, comparison }: ComparisonParts & { readonly comparison: ComparisonProcess },
): RunClock {
  const { zoneOffsetMinutes } = ledger.genesis.configuration;
  let told = "";
  const readTimes = async (): Promise<RunTimes | undefined> => {
    const { clock } = await readDepartments(folder.departments);
    const isOwn = clock?.member === undefined || clock.member === findOwnOrganisation(ledger.chain, keys);
    return isOwn ? clock : undefined;
  };
  return new RunClock({
    clock: machineClock,
    now: Date.now,
    zoneOffsetMinutes,
    readTimes,
    book: tableBook(connectionString),
    async begin(slotMs, { checks }) {
      const run = randomBytes(8).toString("hex");
      const day = localDate({ zoneOffsetMinutes }, Date.now());
      const request = {
        kind: "run",
        run,
        slotMs,
        village: undefined,
        checks,
        ask: true,
        day,
        zoneOffsetMinutes,
      } as const;
      return (await comparison.begin(request)) !== undefined;
    },
    onTrouble(error) {
      // It looks each minute: the same again tells nobody more.
      if (String(error) !== told) server.log.warn(error);
      told = String(error);
    },
  });
}

async function prepare(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await prepareTables(client);
    await markBroken(client, Date.now());
  } finally {
    await client.end();
  }
}
