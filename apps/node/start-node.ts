import { buildWeb } from "@mingbai/app-web/build";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { openContents } from "./contents/open-contents.ts";
import { dataFolder } from "./data-folder.ts";
import { DemoClock } from "./demo/demo-clock.ts";
import { retellYear } from "./demo/retell-year.ts";
import { openOrFound } from "./founding/open-or-found.ts";
import type { NodeOptions } from "./options.ts";
import { startReadModel } from "./read-model/start-read-model.ts";
import { serveNode } from "./serve-node.ts";

export interface RunningNode {
  /** What to open in a browser. */
  readonly url: string;
  /** Whether its ledger calls itself a demo. */
  readonly isDemo: boolean;
  close(): Promise<void>;
}

/** Starts a node on its data folder: ledger, tables, pages. `say` hears each step; `onFatal` that the process must end; `findBank` says where the bank beside it is. */
export async function startNode(
  options: NodeOptions,
  {
    say,
    onFatal,
    findBank = () => undefined,
  }: { say: (step: string) => void; onFatal: (error: Error) => void; findBank?: () => string | undefined },
): Promise<RunningNode> {
  const folder = dataFolder(options.data);
  say("ledger");
  const clock = new DemoClock();
  const { ledger, keys, isNew } = await openOrFound(options, { folder, clock, onFatal });
  if (isNew && options.demo)
    await retellYear(ledger, { clock, nowMs: Date.now(), say: (step) => say(`demo: ${step}`) });
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
  const contents = await openContents({
    disk: nodeDisk(),
    folder,
    vault: ledger.vault,
    keys,
    now: Date.now,
    onFatal,
  });
  let url: string | undefined;
  const { logLevel, smtp } = options;
  const server = await serveNode({
    folder,
    ledger,
    keys,
    readModel,
    contents,
    webFolder: web.outDir,
    logLevel,
    smtp,
    findUrl: () => url,
    findBank,
    onFatal,
  });
  const address = await server.listen({ host: "localhost", port: options.port });
  url = `http://localhost:${new URL(address).port}`;
  return {
    url,
    isDemo: ledger.genesis.configuration.demo,
    async close() {
      await server.close();
      await contents.close();
      await ledger.close();
      await readModel.close();
    },
  };
}
