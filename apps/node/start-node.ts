import { buildField } from "@mingbai/app-field/build";
import { buildWeb } from "@mingbai/app-web/build";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { openContents } from "./contents/open-contents.ts";
import { type DataFolder, dataFolder } from "./data-folder.ts";
import { findCast } from "./demo/casts.ts";
import { demoHouseholds } from "./demo/demo-areas.ts";
import { DemoClock } from "./demo/demo-clock.ts";
import { beginLevel } from "./demo/levels/begin-level.ts";
import { district } from "./demo/people.ts";
import { retellYear } from "./demo/retell-year.ts";
import { tellSharedDemo } from "./demo/shared-demo.ts";
import { openOrFound } from "./founding/open-or-found.ts";
import { findNetworkFile, type NetworkFile, ownUrl } from "./network/network-file.ts";
import { openMember } from "./network/open-member.ts";
import type { OpenLedger } from "./open-ledger.ts";
import { newToken, removeRunning, writeRunning } from "./operator/running-file.ts";
import type { NodeOptions } from "./options.ts";
import { startReadModel } from "./read-model/start-read-model.ts";
import { serveNode } from "./serve-node.ts";
import { openAcknowledger } from "./subjects/open-acknowledger.ts";

export interface RunningNode {
  /** What to open in a browser. */
  readonly url: string;
  /** Where the demo's bank would like to have its page; undefined where no bank stands beside this node. */
  readonly bankPort: number | undefined;
  /** Of a demo with a county's files: where the departments that stand in for real ones are configured. */
  readonly countyFolder: DataFolder | undefined;
  /** Resolves when nothing more of a demo is being told: at once, but in a network, where others must agree on each act. */
  readonly told: Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts a node on its data folder: ledger, tables, pages. With a network file in the folder it keeps the ledger together with
 * others. `say` hears each step; `onFatal` that the process must end; `onDrain` that its operator wants it to finish and end;
 * `findBank` says where the bank beside it is.
 */
export async function startNode(
  options: NodeOptions,
  {
    say,
    onFatal,
    onDrain = () => undefined,
    findBank = () => undefined,
  }: {
    say: (step: string) => void;
    onFatal: (error: Error) => void;
    onDrain?: () => void;
    findBank?: () => string | undefined;
  },
): Promise<RunningNode> {
  const folder = dataFolder(options.data);
  say("ledger");
  const network = await findNetworkFile(folder.network);
  const { ledger, keys } =
    network === undefined
      ? await openAlone(options, { folder, say, onFatal })
      : await openMember(options, { folder, network, say, onFatal });
  say("tables");
  const readModel = await startReadModel({
    ledger,
    folder,
    vaultSeed: keys.vaultSeed,
    databaseUrl: options.databaseUrl,
    onFatal,
  });
  say("pages");
  const web = await buildWeb({ say, ...(options.webFolder !== undefined && { outDir: options.webFolder }) });
  // Whoever brings pages of their own brings the phone's too, or has none.
  const fieldFolder = options.webFolder === undefined ? (await buildField({ say })).outDir : options.fieldFolder;
  const contents = await openContents({
    disk: nodeDisk(),
    folder,
    vault: ledger.vault,
    subjects: ledger.subjects,
    keys,
    now: Date.now,
    onFatal,
  });
  const acknowledger = openAcknowledger({
    ledger,
    keys,
    tablesReached: (blocks) => readModel.reached(blocks),
    onFatal,
  });
  let url: string | undefined;
  const { logLevel, smtp } = options;
  const token = newToken();
  const server = await serveNode({
    folder,
    ledger,
    keys,
    readModel,
    contents,
    webFolder: web.outDir,
    fieldFolder,
    logLevel,
    smtp,
    findUrl: () => url,
    findBank,
    token,
    onDrain,
    onFatal,
  });
  await server.listen(network?.http ?? { host: "localhost", port: options.port });
  const [listening] = server.addresses();
  const port = typeof listening === "object" ? listening.port : options.port;
  const localUrl = `http://localhost:${port}`;
  url = (network && ownUrl(network)) ?? localUrl;
  await writeRunning(folder.running, { pid: process.pid, url: localUrl, token });
  return {
    url,
    bankPort: hasBank(ledger, network) ? port + 1 : undefined,
    countyFolder: network === undefined && hasBank(ledger, network) && options.households !== 0 ? folder : undefined,
    told: network === undefined ? Promise.resolve() : tellTogether(ledger, { network, say }),
    async close() {
      await removeRunning(folder.running);
      await server.close();
      await contents.close();
      acknowledger?.close();
      await ledger.close();
      await readModel.close();
    },
  };
}

/** A ledger that this node keeps alone; a new demo's year is told first. */
async function openAlone(
  options: NodeOptions,
  { folder, say, onFatal }: { folder: DataFolder; say: (step: string) => void; onFatal: (error: Error) => void },
) {
  const clock = new DemoClock();
  const { ledger, keys, isNew } = await openOrFound(options, { folder, clock, onFatal });
  if (!(await beginLevel(ledger)) && isNew && options.demo)
    await retellYear(ledger, {
      clock,
      nowMs: Date.now(),
      households: options.households ?? demoHouseholds,
      say: (step) => say(`demo: ${step}`),
    });
  return { ledger, keys };
}

/** The first member tells what a new demo of several begins with, once others answer. It breaks off where the node is stopped meanwhile. */
async function tellTogether(
  ledger: OpenLedger,
  { network, say }: { network: NetworkFile; say: (step: string) => void },
): Promise<void> {
  if (!hasBank(ledger, network) || ledger.chain.head.logSize > 0) return;
  try {
    await tellSharedDemo(ledger, { nowMs: Date.now(), say: (step) => say(`demo: ${step}`) });
    say("demo: told");
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    say(`demo: broke off, the ledger goes on without the rest of it: ${why}`);
  }
}

/** The district of the demo has one bank, however many keep its ledger. */
function hasBank({ genesis }: OpenLedger, network: NetworkFile | undefined): boolean {
  const isFirst = network === undefined || network.organisation === network.members[0]?.organisation;
  return findCast(genesis.configuration) === district && isFirst;
}
