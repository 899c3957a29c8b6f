import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Zone } from "@mingbai/ledger/calendar/local-days";
import { answerQuery } from "@mingbai/read-model/answer-query";
import type { Query, QueryReader } from "@mingbai/read-model/define-query";
import { openQueries, type QueryConnections } from "@mingbai/read-model/open-queries";
import { type Postgres, startPostgres } from "@mingbai/read-model/postgres/start-postgres";
import type { ProjectedBlock } from "@mingbai/read-model/projected-block";
import type { Founding, Projection } from "@mingbai/read-model/projection";
import { Projector } from "@mingbai/read-model/projector";
import { emptyVault, type Vault } from "@mingbai/read-model/vault-port";
import pg from "pg";
import { putEmptyDatabase } from "./empty-database.ts";

/** Where the days of ledgers in tests begin: as in China. */
export const testZone: Zone = { zoneOffsetMinutes: 480 };

/** A PostgreSQL of a test, with the tables of one ledger at a time. */
export class TestTables {
  readonly #folder: string;
  readonly #server: Postgres;
  readonly #client: pg.Client;
  /** Connections for questions. */
  readonly connections: QueryConnections;
  #ledgers = 0;

  readonly #projections: readonly Projection[];

  private constructor(folder: string, server: Postgres, client: pg.Client, projections: readonly Projection[]) {
    this.#projections = projections;
    this.#folder = folder;
    this.#server = server;
    this.#client = client;
    this.connections = openQueries({ connectionString: server.connectionString, zone: testZone });
  }

  static async start(projections: readonly Projection[]): Promise<TestTables> {
    const folder = await mkdtemp(join(tmpdir(), "mingbai-tables-"));
    await putEmptyDatabase(folder);
    const server = await startPostgres({ folder, log: () => undefined });
    const client = new pg.Client({ connectionString: server.connectionString });
    await client.connect();
    return new TestTables(folder, server, client, projections);
  }

  /** Projects all blocks from zero, in groups of as many as `next` says; before them the genesis, where it is given. */
  async project(
    blocks: readonly ProjectedBlock[],
    next: () => number = () => 1,
    {
      vault = emptyVault,
      founding,
      comesLater,
    }: {
      vault?: Vault;
      founding?: Founding;
      /** Called after the blocks: what the vault has from then on, by its names. */
      comesLater?: () => readonly string[];
    } = {},
  ): Promise<void> {
    this.#ledgers++;
    const projector = await Projector.open({
      connectionString: this.#server.connectionString,
      chain: String(this.#ledgers),
      projections: this.#projections,
      vault,
      zone: testZone,
      ...(founding !== undefined && { founding }),
    });
    await projector.found();
    for (let at = 0; at < blocks.length; ) {
      const count = next();
      await projector.project(blocks.slice(at, at + count));
      at += count;
    }
    if (comesLater !== undefined) await projector.arrived(comesLater());
    await projector.close();
  }

  async query(sql: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
    return (await this.#client.query(sql, [...values])).rows;
  }

  /** The files of the server in which a text stands, in UTF-8. */
  async filesWith(text: string): Promise<string[]> {
    const entries = await readdir(this.#folder, { recursive: true, withFileTypes: true });
    const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
    const found: string[] = [];
    for (const path of paths) if ((await readFile(path)).includes(text)) found.push(path);
    return found;
  }

  /** The answer to a question, judged by the question's own schema. */
  async ask(query: Query, params: Record<string, unknown>, reader: QueryReader): Promise<unknown> {
    const answer = await answerQuery(this.connections, query, { params, reader });
    query.result.parse(answer);
    return answer;
  }

  async stop(): Promise<void> {
    await this.connections.close();
    await this.#client.end();
    await this.#server.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
