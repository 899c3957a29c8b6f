import { setTimeout } from "node:timers/promises";
import { toHex } from "@mingbai/codec/hex";
import { governanceQueries } from "@mingbai/governance/queries/all";
import { type MayRead, uploaderMayRead } from "@mingbai/http/contents/contents-port";
import { explorerQueries } from "@mingbai/http/explorer-queries/all";
import type { QueryRoute } from "@mingbai/http/query-route";
import { identityQueries } from "@mingbai/identity/queries/all";
import { endAfterDays } from "@mingbai/ledger/calendar/local-days";
import { lastRoster } from "@mingbai/ledger/genesis/rosters";
import { levelsQueries } from "@mingbai/levels/queries/all";
import { findShown } from "@mingbai/levels/queries/find-shown";
import { postsQueries } from "@mingbai/posts/queries/all";
import { openQueries } from "@mingbai/read-model/open-queries";
import { startPostgres } from "@mingbai/read-model/postgres/start-postgres";
import { registryQueries } from "@mingbai/registry/queries/all";
import { caseQueries } from "@mingbai/registry/queries/cases/all";
import { comparisonQueries } from "@mingbai/registry/queries/comparison/all";
import { helpQueries } from "@mingbai/registry/queries/help/all";
import { importQueries } from "@mingbai/registry/queries/import/all";
import { mayReadPhoto } from "@mingbai/registry/queries/may-read-photo";
import { villageQueries } from "@mingbai/registry/queries/village/all";
import { treasuryQueries } from "@mingbai/treasury/queries/all";
import { readFundTotals } from "@mingbai/treasury/reads";
import { workflowQueries } from "@mingbai/workflow/queries/all";
import { findTold, type NoticeAsker } from "@mingbai/workflow/queries/find-told";
import { mayReadFile } from "@mingbai/workflow/queries/may-read-file";
import { sql } from "kysely";
import { levelsLogQueries } from "../answers/levels-log-queries.ts";
import type { FindLogIndex } from "../answers/log-queries.ts";
import type { DataFolder } from "../data-folder.ts";
import type { OpenLedger } from "../open-ledger.ts";
import { ProjectorProcess } from "../projector/start-projector.ts";
import { registry } from "../registry.ts";
import { bindQuery } from "./bind-query.ts";
import { readToQuery } from "./read-to-query.ts";
import { requireBodies } from "./require-bodies.ts";
import { findTablesProblem } from "./tables-problem.ts";

export interface ReadModelParts {
  readonly ledger: OpenLedger;
  readonly folder: DataFolder;
  /** Seed of the vault's key: names and texts are opened for the tables. */
  readonly vaultSeed: Uint8Array;
  /** A PostgreSQL that runs elsewhere; without it one is started inside the data folder. */
  readonly databaseUrl: string | undefined;
  readonly onFatal: (error: Error) => void;
}

/** Tables and the questions to them. */
export interface ReadModel {
  /** Where the tables are. */
  readonly connectionString: string;
  readonly queries: readonly QueryRoute[];
  readonly findLogIndex: FindLogIndex;
  /** Who may open a file: who sent it, and whoever sees the matter that it was sent for. */
  readonly mayReadFile: MayRead;
  /** The accounts of those to whom something was told after their place. */
  readonly findTold: (askers: readonly NoticeAsker[]) => Promise<ReadonlySet<string>>;
  position(): { readonly height: number; readonly timeMs: number };
  /** Resolves when the tables have read every block record below this number, and have forgotten what these erase. */
  reached(blocks: number): Promise<void>;
  /** Transactions and lines since the ledger's midnight. */
  today(): Promise<{ transactions: number; lines: number }>;
  close(): Promise<void>;
}

/** How long a start waits for the tables to be made. */
const tablesWaitMsMax = 10_000;

/** Starts database and projector, and opens connections for questions. */
export async function startReadModel(parts: ReadModelParts): Promise<ReadModel> {
  const { ledger, folder } = parts;
  const { configuration } = ledger.genesis;
  const server =
    parts.databaseUrl === undefined
      ? await startPostgres({ folder: folder.postgres, log: () => undefined })
      : undefined;
  const connectionString = parts.databaseUrl ?? server?.connectionString ?? "";
  let isClosing = false;
  server?.exited.then(() => {
    if (!isClosing)
      parts.onFatal(new Error("PostgreSQL ended by itself; its log says why. The next start goes on from here."));
  });
  const projector = new ProjectorProcess({
    kind: "start",
    dataFolder: folder.root,
    connectionString,
    chain: toHex(ledger.chain.chain),
    vaultSeed: toHex(parts.vaultSeed),
    isOwnServer: server !== undefined,
  });
  projector.tell(ledger.marks());
  ledger.onDurable((marks) => projector.tell(marks));
  ledger.keepFor(() => projector.position.height + 1);
  projector.opened.then(() => requireBodies(ledger.chain, projector.position.height)).catch(parts.onFatal);
  // A database that is away does not keep the ledger from starting; questions to it are told so.
  await Promise.race([projector.opened, setTimeout(tablesWaitMsMax, undefined, { ref: false })]);
  const connections = openQueries({ connectionString, zone: configuration });
  const { currency } = configuration;
  return {
    connectionString,
    queries: [
      readToQuery(projector),
      ...levelsLogQueries(ledger, (asked) =>
        findShown(connections.sql, asked).catch((error: unknown) => {
          throw findTablesProblem(error) ?? error;
        }),
      ),
      ...[
        ...explorerQueries({ registry, currency }),
        ...identityQueries(registry, configuration),
        ...treasuryQueries,
        ...workflowQueries,
        ...postsQueries,
        ...registryQueries,
        ...comparisonQueries,
        ...villageQueries,
        ...caseQueries,
        ...helpQueries,
        ...importQueries,
        ...governanceQueries({ configuration, roster: () => lastRoster(ledger.chain.state) }),
        ...levelsQueries({
          chain: ledger.chain.chain,
          name: configuration.name,
          roster: () => lastRoster(ledger.chain.state),
          totalsOf: (fund) => readFundTotals(ledger.chain.state, fund),
        }),
      ].map((query) => bindQuery(connections, query)),
    ],
    position: () => projector.position,
    reached: (blocks) => projector.reached(blocks),
    mayReadFile: async (reader, facts) =>
      (await uploaderMayRead(reader, facts)) ||
      (await mayReadFile(connections.sql, reader, facts)) ||
      (await mayReadPhoto(connections.sql, reader, facts)),
    findTold: (askers) => findTold(connections.sql, askers),
    async findLogIndex(id) {
      const { rows } = await sql<{
        log_index: number;
      }>`select log_index from explorer.transaction where id = ${id} order by log_index limit 1`.execute(
        connections.sql,
      );
      return rows[0]?.log_index;
    },
    async today() {
      const sinceMs = endAfterDays(configuration, Date.now(), -1);
      const { rows } = await sql<{ transactions: number; lines: number }>`
        select coalesce(sum(transactions), 0)::bigint as transactions, coalesce(sum(lines), 0)::bigint as lines
        from explorer.block where time_ms >= ${sinceMs}`
        .execute(connections.sql)
        .catch((error: unknown) => {
          throw findTablesProblem(error) ?? error;
        });
      return { transactions: rows[0]?.transactions ?? 0, lines: rows[0]?.lines ?? 0 };
    },
    async close() {
      isClosing = true;
      await projector.stop();
      await connections.close();
      await server?.stop();
    },
  };
}
