import { cp } from "node:fs/promises";
import { join } from "node:path";
import { builtPages } from "@mingbai/app-web/test-pages";
import { statusView } from "@mingbai/http/explorer-views";
import { createClient } from "@mingbai/sdk/index";
import { madeOnce } from "@mingbai/testkit/made-once";
import { type RunningNode, startNode } from "./start-node.ts";

const pollMs = 50;
/** A village: what is tested with this demo is about money, and each node goes on from a copy. */
const households = 70;

/**
 * A node of the whole demo in a folder below `root`, its tables as far as its ledger. The demo's year is told once in a run of
 * the tests; each node goes on from a copy of its own.
 */
export async function startDemoNode(root: string): Promise<RunningNode> {
  const told = await madeOnce("demo", async (data) => {
    const teller = await start(data);
    await tablesRead(teller);
    await teller.close();
  });
  const data = join(root, "node");
  await cp(told, data, { recursive: true });
  const node = await start(data);
  await tablesRead(node);
  return node;
}

async function start(data: string): Promise<RunningNode> {
  const options = {
    port: 0,
    data,
    webFolder: await builtPages(),
    databaseUrl: undefined,
    demo: true,
    households,
    logLevel: "warn",
  } as const;
  return startNode(options, {
    say: () => undefined,
    onFatal(error) {
      throw error;
    },
  });
}

async function tablesRead({ url }: RunningNode): Promise<void> {
  const client = createClient({ url });
  for (;;) {
    const { readModel, head } = await client.ask(statusView, {});
    if (readModel.height >= head.height) return;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}
