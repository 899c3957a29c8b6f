import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateSealingKey } from "@mingbai/crypto/sealing/sealing-key";
import { generateSigner } from "@mingbai/crypto/signers/generate-signer";
import { identityProjection } from "@mingbai/identity/projection/identity-projection";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { openQueries, type QueryConnections } from "@mingbai/read-model/open-queries";
import { type Postgres, startPostgres } from "@mingbai/read-model/postgres/start-postgres";
import { Projector } from "@mingbai/read-model/projector";
import { emptyVault } from "@mingbai/read-model/vault-port";
import { registryProjection } from "@mingbai/registry/projection/registry-projection";
import pg from "pg";
import { type DataFolder, dataFolder } from "../../data-folder.ts";
import type { MadeCounty } from "../../demo/county/made-county.ts";
import { Comparer, type ComparerParts } from "../comparison/comparer.ts";
import type { ComparisonRequest, ComparisonStart } from "../comparison/comparison-messages.ts";
import { prepareTables } from "../comparison/prepare-tables.ts";
import type { RunPlace } from "../runs/run-files.ts";
import { fillFiles } from "./fill-files.ts";

const seedByte = 7;
export const testSeed = new Uint8Array(32).fill(seedByte);
export const testAccount = "00000000000000a1";
export const zoneOffsetMinutes = 480;

/** A node's folder and a real PostgreSQL with the files of an invented county; no ledger. */
export class TestCountyNode {
  readonly folder: DataFolder;
  readonly place: RunPlace;
  readonly client: pg.Client;
  readonly connections: QueryConnections;
  readonly connectionString: string;
  readonly #server: Postgres;
  readonly #clients: pg.Client[] = [];

  private constructor(folder: DataFolder, place: RunPlace, server: Postgres, client: pg.Client) {
    this.folder = folder;
    this.place = place;
    this.#server = server;
    this.client = client;
    this.connectionString = server.connectionString;
    this.connections = openQueries({ connectionString: server.connectionString, zone: { zoneOffsetMinutes } });
  }

  /** `putDatabase`: puts an empty database there, which is made otherwise. */
  static async start(
    county: MadeCounty,
    putDatabase: (folder: string) => Promise<void> = async () => undefined,
  ): Promise<TestCountyNode> {
    const folder = dataFolder(await mkdtemp(join(tmpdir(), "mingbai-county-")));
    await putDatabase(folder.postgres);
    const server = await startPostgres({ folder: folder.postgres, log: () => undefined });
    const { connectionString } = server;
    const projections = [identityProjection, registryProjection];
    const projector = await Projector.open({
      connectionString,
      chain: "county",
      projections,
      vault: emptyVault,
      zone: { zoneOffsetMinutes },
    });
    await projector.close();
    const client = new pg.Client({ connectionString });
    await client.connect();
    await prepareTables(client);
    await fillFiles((text, values) => client.query(text, [...(values ?? [])]), county);
    const disk = nodeDisk();
    await disk.makeFolder(folder.facts);
    const key = await generateSealingKey({ seed: testSeed });
    return new TestCountyNode(folder, { disk, folder: folder.facts, key }, server, client);
  }

  /** What the comparing process is told at its start. */
  get comparisonStart(): ComparisonStart {
    const seed = Buffer.from(testSeed).toString("hex");
    const { connectionString, folder } = this;
    return {
      kind: "start",
      dataFolder: folder.root,
      connectionString,
      vaultSeed: seed,
      nodeSeed: seed,
      sender: "test",
    };
  }

  /** Comparing in this process. */
  async comparer(parts: Partial<ComparerParts> = {}): Promise<Comparer> {
    const [reading, writing] = [await this.#connect(), await this.#connect()];
    const { folder, place } = this;
    return new Comparer({
      folder,
      place,
      reading,
      writing,
      signer: generateSigner("ed25519", testSeed),
      sender: "test",
      ...parts,
    });
  }

  async stop(): Promise<void> {
    for (const client of [...this.#clients, this.client]) await client.end();
    await this.connections.close();
    await this.#server.stop();
    await rm(this.folder.root, { recursive: true, force: true });
  }

  async #connect(): Promise<pg.Client> {
    const { connectionString } = this;
    const client = new pg.Client({ connectionString });
    await client.connect();
    this.#clients.push(client);
    return client;
  }
}

/** A run as a person asks for it. `number`: names it. */
export function requestOf(number: number, request: Partial<ComparisonRequest>): ComparisonRequest {
  return {
    kind: "run",
    run: number.toString(16).padStart(16, "0"),
    by: testAccount,
    village: undefined,
    checks: false,
    ask: false,
    day: "2026-10-31",
    zoneOffsetMinutes,
    ...request,
  };
}
