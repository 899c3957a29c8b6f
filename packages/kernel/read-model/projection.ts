import type { Zone } from "@mingbai/ledger/calendar/local-days";
import type { Event } from "@mingbai/ledger/definition/event";
import type { CopyWriter } from "./copy-writer.ts";
import type { ProjectedBlock } from "./projected-block.ts";
import type { Vault } from "./vault-port.ts";

/** What a projection may use while it writes: one SQL transaction, committed together with the position. */
export interface ProjectionContext {
  /** Runs one statement; `$1`… stand for values. */
  query(sql: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
  /** Rows by COPY, the fast way in: `copy("treasury.line", ["a", "b"])`. Close it before the next statement. */
  copy(table: string, columns: readonly string[]): CopyWriter;
  readonly vault: Vault;
  /** Where the ledger's days begin. */
  readonly zone: Zone;
  /**
   * Notes that a row lacks what the vault has not got yet. Once it is there, `arrived` is called with `place`, the
   * projection's own name for the row.
   */
  awaits(awaited: Awaited): Promise<void>;
  /**
   * Asks that, once this is committed, the files of these tables (`schema.table`) and the log before them hold nothing of
   * rows that were deleted or replaced.
   */
  forgets(tables: readonly string[]): Promise<void>;
}

/** A row that was written without what the vault keeps about a subject. */
export interface Awaited {
  readonly subject: string;
  readonly place: string;
}

/** What a ledger begins with: the events of its genesis, which stand in no block. */
export interface Founding {
  readonly timeMs: number;
  readonly events: readonly Event[];
}

/**
 * Turns durable blocks into rows. Equal blocks and an equal vault give equal rows, whichever came first: no clock, no random,
 * nothing read from outside.
 */
export interface Projection {
  /** Also the SQL schema that holds its tables; created before the first migration. */
  readonly name: string;
  /** Statements that make the tables, in order. Changing one means a new projection from zero. */
  readonly migrations: readonly string[];
  /** Writes the rows of the genesis. Called once, before the first block. */
  found?(founding: Founding, context: ProjectionContext): Promise<void>;
  /** Writes the rows of these blocks. Called once for each block, in order, a few blocks at a time. */
  project(blocks: readonly ProjectedBlock[], context: ProjectionContext): Promise<void>;
  /** Fills in rows whose subjects have come to the vault since, in the order in which they were noted. */
  arrived?(awaited: readonly Awaited[], context: ProjectionContext): Promise<void>;
}

export function defineProjection(projection: Projection): Projection {
  if (!/^[a-z]+$/.test(projection.name)) throw new Error(`${projection.name} cannot name an SQL schema`);
  return projection;
}
