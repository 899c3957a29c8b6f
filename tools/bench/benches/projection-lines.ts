import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { blocksFolder, bodiesFolder } from "@mingbai/log/chain/ledger-chain";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { followSegmentLog } from "@mingbai/log/segments/follow-segment-log";
import { forgetProjections } from "@mingbai/read-model/migrate";
import { type Postgres, startPostgres } from "@mingbai/read-model/postgres/start-postgres";
import { Projector } from "@mingbai/read-model/projector";
import pg from "pg";
import { dataFolder } from "../../../apps/node/data-folder.ts";
import { deriveNodeKeys } from "../../../apps/node/keys/node-keys.ts";
import { projectDurable } from "../../../apps/node/projector/project-durable.ts";
import { projections } from "../../../apps/node/projector/projections.ts";
import { nodeSealing } from "../../../apps/node/vault/node-sealing.ts";
import { VaultReader } from "../../../apps/node/vault/vault-reader.ts";
import { defineBench } from "../define-bench.ts";
import { benchSecret } from "../load/bench-people.ts";
import { countRecords } from "../load/count-records.ts";
import { type FilledLedger, fillLedger } from "../load/fill-ledger.ts";
import { writeTexts } from "../load/write-texts.ts";
import { copyLines } from "../peers/postgres-copy.ts";

interface Size {
  readonly lines: number;
  readonly batches: number;
}

interface Prepared {
  readonly ledger: FilledLedger;
  readonly postgres: Postgres;
  readonly postgresFolder: string;
  readonly blocks: number;
  readonly vaultEntries: number;
  /** Blocks before it open accounts and funds. */
  readonly firstPaymentBlock: number;
}

/**
 * Payment lines a second from the log on the disk, with the texts of each from the vault, to rows that are indexed by
 * payee, fund and time and counted into the totals; 100,000 accounts are there before. Beside it the same columns by bare COPY, without an index.
 */
export const bench = defineBench<Size, Prepared>({
  name: "projection.lines",
  unit: "lines/s",
  rounds: 3,
  full: { lines: 8_192, batches: 122 },
  small: { lines: 64, batches: 4 },
  async prepare(size) {
    const ledger = await fillLedger(size);
    const folder = dataFolder(ledger.folder);
    const blocks = await countRecords(`${folder.ledger}/${blocksFolder}`);
    const written = await writeTexts(ledger.folder, followLogs(ledger.folder), blocks);
    const postgresFolder = await mkdtemp(join(process.env.MINGBAI_BENCH_FOLDER ?? tmpdir(), "mingbai-bench-"));
    const postgres = await startPostgres({ folder: postgresFolder, log: () => undefined });
    return { ledger, postgres, postgresFolder, blocks, ...written };
  },
  run: projectAll,
  peers: [{ name: "COPY", run: ({ postgres, ledger }) => copyLines(postgres.connectionString, ledger.paidLines) }],
  async close({ ledger, postgres, postgresFolder }) {
    await postgres.stop();
    await rm(postgresFolder, { recursive: true, force: true });
    await ledger.remove();
  },
});

const chinaZone = { zoneOffsetMinutes: 480 };
/** Nothing here asks for parts of subjects. */
const noSubjects = { parts: 0, generation: 0, keys: 0 };

async function projectAll({ ledger, postgres, blocks, ...of }: Prepared): Promise<number> {
  const { connectionString } = postgres;
  await startFromZero(connectionString);
  const { vault: key } = await deriveNodeKeys(benchSecret);
  const { vault: vaultFolder } = dataFolder(ledger.folder);
  const vault = new VaultReader(followSegmentLog({ disk: nodeDisk(), folder: vaultFolder }), nodeSealing(key));
  const projector = await Projector.open({ connectionString, chain: "bench", projections, vault, zone: chinaZone });
  const project = (below: number) => {
    const marks = { blocks: below, bodies: 0, vaultEntries: of.vaultEntries, subjects: noSubjects };
    return projectDurable(projector, { ...followLogs(ledger.folder), vault }, { marks, onPosition: () => undefined });
  };
  await project(of.firstPaymentBlock);
  const startMs = performance.now();
  await project(blocks);
  const tookMs = performance.now() - startMs;
  await projector.close();
  return (ledger.paidLines / tookMs) * 1_000;
}

function followLogs(root: string) {
  const { ledger } = dataFolder(root);
  const follow = (name: string) => followSegmentLog({ disk: nodeDisk(), folder: `${ledger}/${name}` });
  return { blocks: follow(blocksFolder), bodies: follow(bodiesFolder) };
}

async function startFromZero(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await forgetProjections(client);
  await client.end();
}
