import { toHex } from "@mingbai/codec/hex";
import type { FindReader } from "@mingbai/http/routes/queries";
import type { FastifyInstance } from "fastify";
import pg from "pg";
import type { DataFolder } from "../data-folder.ts";
import type { NodeKeys } from "../keys/node-keys.ts";
import type { OpenLedger } from "../open-ledger.ts";
import { ComparisonProcess } from "./comparison/comparison-process.ts";
import { prepareTables } from "./comparison/prepare-tables.ts";
import { markBroken } from "./comparison/run-record.ts";
import { comparisonRoutes } from "./comparison-routes.ts";

/** What comparing stands on in a node. */
export interface ComparisonParts {
  readonly folder: DataFolder;
  readonly ledger: Pick<OpenLedger, "genesis">;
  readonly keys: Pick<NodeKeys, "vaultSeed" | "seeds">;
  readonly connectionString: string;
  readonly findReader: FindReader;
}

/** Comparing beside the node: its tables, its process and its routes. They end with the server. */
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
  server.addHook("onClose", () => comparison.close());
  comparisonRoutes(server, { comparison, findReader, zoneOffsetMinutes, now: Date.now });
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
