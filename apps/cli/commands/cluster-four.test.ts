import { once } from "node:events";
import { demoNumber, demoSigner } from "@mingbai/app-node/demo/demo-keys";
import { actAs, createClient } from "@mingbai/sdk/index";
import { whyNoComet } from "@mingbai/sequencer/cometbft/test-comet";
import { whyNotNet } from "@mingbai/testkit/net";
import { treasuryCommands } from "@mingbai/treasury/schema";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { isAlive } from "../node-state/is-alive.ts";
import { runCli } from "../testing/run-cli.ts";
import { DemoCluster, patience } from "../testing/test-demo-cluster.ts";

const whyNot = whyNoComet ?? whyNotNet;
let cluster: DemoCluster;

beforeAll(async () => {
  if (whyNot === undefined) cluster = await DemoCluster.start();
});
afterAll(() => cluster?.end());

/** Opens an account through the node of this number; gives the height at which that is final. */
async function act(number: number, name: string): Promise<number> {
  const client = createClient({ url: await cluster.urlOf(number) });
  const who = { signer: demoSigner("admin"), keyId: demoNumber("key admin"), commands: { treasury: treasuryCommands } };
  const actor = await actAs(client, who);
  const accounts = [{ account: demoNumber(name), kind: "supplier" as const }];
  const answer = await actor.does.treasury.openAccounts({ accounts });
  if (answer.status !== "final") throw new Error(`${name} is ${answer.status}`);
  return answer.height;
}

describe.skipIf(whyNot)(whyNot ?? "four organisations on one machine", () => {
  it("keep a ledger together, while one is killed and another drained, and end with Ctrl-C", async () => {
    await cluster.reach([0, 1, 2, 3], 0);
    await cluster.reach([0, 1, 2, 3], await act(0, "first"));
    const killed = await cluster.pidOf(2);
    process.kill(killed, "SIGKILL");
    const second = await act(1, "second");
    await vi.waitUntil(async () => (await cluster.pidOf(2)) !== killed, patience);
    await cluster.reach([0, 1, 2, 3], second);
    expect((await runCli(["node", "drain", "--data", cluster.folderOf(3)])).code).toBe(0);
    await cluster.reach([0, 1, 2], await act(2, "third"));
    await vi.waitUntil(() => cluster.said.includes("drained"), patience);
    const pids = await Promise.all([0, 1, 2].map((number) => cluster.pidOf(number)));
    const ended = once(cluster.supervisor, "exit");
    cluster.supervisor.kill("SIGINT");
    expect(await ended).toEqual([0, null]);
    expect(pids.filter(isAlive)).toEqual([]);
  });
});
