import type { Zone } from "@mingbai/ledger/calendar/local-days";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { CopyWriter } from "./copy-writer.ts";
import { migrate } from "./migrate.ts";
import type { ProjectedBlock } from "./projected-block.ts";
import type { Awaited, Founding, Projection, ProjectionContext } from "./projection.ts";
import type { Vault } from "./vault-port.ts";

/** Up to which block the tables have read. */
export interface Position {
  /** Number of the next block record to read. */
  readonly next: number;
  readonly height: number;
  readonly timeMs: number;
}

/** Subjects that one statement looks for. */
const subjectsAtOnceMax = 10_000;

/** Writes blocks into the database, all projections and the position in one transaction: resumable at any point. */
export class Projector {
  readonly #client: pg.Client;
  readonly #projections: readonly Projection[];
  readonly #vault: Vault;
  readonly #zone: Zone;
  readonly #founding: Founding | undefined;
  /** Whether tables may wait to be written anew: a crash may have come between a commit and that. */
  #mayForget = true;
  #position: Position;

  private constructor(parts: {
    client: pg.Client;
    projections: readonly Projection[];
    vault: Vault;
    zone: Zone;
    founding: Founding | undefined;
    position: Position;
  }) {
    this.#client = parts.client;
    this.#projections = parts.projections;
    this.#vault = parts.vault;
    this.#zone = parts.zone;
    this.#founding = parts.founding;
    this.#position = parts.position;
  }

  /**
   * Connects, makes the tables that are missing, and finds where it stopped. `chain` guards against another ledger's
   * tables. `onLost` hears that the server went away (EPIPE, SQLSTATE 57P01 …), also while nothing was asked of it: this
   * projector is of no more use then, and a new one goes on where it stopped. Nobody listening, that error is thrown.
   */
  static async open(parts: {
    connectionString: string;
    chain: string;
    projections: readonly Projection[];
    vault: Vault;
    zone: Zone;
    /** The ledger's genesis, where a projection reads it. */
    founding?: Founding;
    onLost?: (error: Error) => void;
  }): Promise<Projector> {
    const client = new pg.Client({ connectionString: parts.connectionString, application_name: "mingbai projector" });
    if (parts.onLost !== undefined) client.on("error", parts.onLost);
    await client.connect();
    await migrate(client, parts);
    const { rows } = await client.query("select next, height, time_ms from mingbai.position");
    const position = { next: Number(rows[0].next), height: Number(rows[0].height), timeMs: Number(rows[0].time_ms) };
    const { projections, vault, zone, founding } = parts;
    return new Projector({ client, projections, vault, zone, founding, position });
  }

  get position(): Position {
    return this.#position;
  }

  /** The server's process that works for this projector. */
  async backendPid(): Promise<number> {
    const { rows } = await this.#client.query<{ pid: number }>("select pg_backend_pid() as pid");
    return rows[0]?.pid ?? 0;
  }

  /** Projects the genesis where that was not done yet: the position then has its time. Ask it before the first block. */
  async found(): Promise<void> {
    const founding = this.#founding;
    if (founding === undefined || this.#position.timeMs > 0) return;
    const position = { next: 0, height: 0, timeMs: founding.timeMs };
    await this.#write(position, async (projection) => projection.found?.(founding, this.#context(projection)));
  }

  /** Projects the next blocks, in order. On an error nothing of them is kept, and the same blocks may come again. */
  async project(blocks: readonly ProjectedBlock[]): Promise<void> {
    const last = blocks.at(-1);
    if (last === undefined) return;
    if (blocks[0]?.number !== this.#position.next) throw new RangeError("blocks must follow what was projected");
    const position = { next: last.number + 1, height: last.height, timeMs: last.timeMs };
    await this.#write(position, (projection) => projection.project(blocks, this.#context(projection)));
  }

  /** Fills in the rows that lack what the vault keeps about these subjects: it has them now. */
  async arrived(subjects: readonly string[]): Promise<void> {
    const { rows } = await this.#client.query("select exists (select from mingbai.awaited) as are_awaited");
    if (rows[0]?.are_awaited !== true) return;
    for (let at = 0; at < subjects.length; at += subjectsAtOnceMax) {
      await this.#fillIn(subjects.slice(at, at + subjectsAtOnceMax));
    }
  }

  async #fillIn(subjects: readonly string[]): Promise<void> {
    const sql = `with gone as (delete from mingbai.awaited where subject = any($1) returning *)
      select subject, projection, place from gone order by at`;
    await this.#inTransaction(async () => {
      const { rows } = await this.#client.query<Awaited & { projection: string }>(sql, [subjects]);
      for (const projection of this.#projections) {
        const own = rows.filter((row) => row.projection === projection.name);
        if (own.length > 0) await projection.arrived?.(own, this.#context(projection));
      }
    });
  }

  async #write(position: Position, write: (projection: Projection) => Promise<void>): Promise<void> {
    await this.#inTransaction(async () => {
      for (const projection of this.#projections) await write(projection);
      const values = [position.next, position.height, position.timeMs];
      await this.#client.query("update mingbai.position set next = $1, height = $2, time_ms = $3", values);
    });
    this.#position = position;
    await this.#forget();
  }

  /** Tables are written anew, then the log that still tells of their old rows is ended and let go of. */
  async #forget(): Promise<void> {
    if (!this.#mayForget) return;
    const { rows } = await this.#client.query<{ name: string }>("select name from mingbai.forgotten");
    for (const { name } of rows) await this.#client.query(`vacuum full ${name}`);
    if (rows.length > 0) {
      await this.#client.query("delete from mingbai.forgotten");
      await this.#endLog();
    }
    this.#mayForget = false;
  }

  /** On a server of somebody else its administrator keeps the log. */
  async #endLog(): Promise<void> {
    const { rows } = await this.#client.query("select rolsuper from pg_roles where rolname = current_user");
    if (rows[0]?.rolsuper !== true) return;
    await this.#client.query("select pg_switch_wal()");
    await this.#client.query("checkpoint");
  }

  async #inTransaction(work: () => Promise<void>): Promise<void> {
    await this.#client.query("begin");
    try {
      await work();
      await this.#client.query("commit");
    } catch (error) {
      // Where the connection is gone the server rolls back by itself; what went wrong first is what is told.
      await this.#client.query("rollback").catch(() => undefined);
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#client.end();
  }

  #context({ name }: Projection): ProjectionContext {
    return {
      vault: this.#vault,
      zone: this.#zone,
      awaits: async ({ subject, place }) => {
        const sql = "insert into mingbai.awaited (subject, projection, place) values ($1, $2, $3)";
        await this.#client.query(sql, [subject, name, place]);
      },
      forgets: async (tables) => {
        this.#mayForget = true;
        const sql = "insert into mingbai.forgotten select unnest($1::text[]) on conflict do nothing";
        await this.#client.query(sql, [tables]);
      },
      query: async (sql, values) => (await this.#client.query(sql, values === undefined ? [] : [...values])).rows,
      copy: (table, columns) =>
        new CopyWriter(this.#client.query(copyFrom(`copy ${table} (${columns.join(", ")}) from stdin`))),
    };
  }
}
