import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { utf8 } from "@mingbai/codec/bytes";
import { statusView } from "@mingbai/http/explorer-views";
import { payList } from "@mingbai/sdk/examples/pay-list";
import { type Client, createClient, signIn } from "@mingbai/sdk/index";
import { paymentsView } from "@mingbai/treasury/views";
import { balancesView, manifestsView } from "@mingbai/treasury/views/acts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoNumber, demoSeed, demoSigner } from "./demo/demo-keys.ts";
import { type RunningNode, startNode } from "./start-node.ts";

const startMsMax = 300_000;
const pollMs = 50;
const office = demoNumber("civil-office");
const fundCode = "LN-2026";

let root = "";
let node: RunningNode;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-disbursement-"));
  const options = { port: 0, data: join(root, "node"), databaseUrl: undefined, demo: true, logLevel: "warn" as const };
  node = await startNode(options, { say: () => undefined, onFatal: rethrow });
}, startMsMax);
afterAll(async () => {
  await node?.close();
  await rm(root, { recursive: true, force: true });
});

const keyOf = (id: string) => ({ seed: demoSeed(id), keyId: demoNumber(`key ${id}`) });

async function asManager() {
  const client = createClient({ url: node.url });
  await signIn(client, { signer: demoSigner("civil-manager"), keyId: demoNumber("key civil-manager") });
  return client;
}

/** Where the office has most of this fund's money. */
async function richestPlace() {
  const client = await asManager();
  await tablesRead(client);
  const { rows } = await client.ask(balancesView, { account: office, fund: fundCode });
  const [place] = rows.filter(({ standing }) => standing === "open").sort((a, b) => b.freeMinor - a.freeMinor);
  if (place === undefined) throw new Error("the office has no money");
  return { payer: office, fund: 1, tranche: place.tranche };
}

/** A file of an office: `payees` by their places in the demo, one of whom does not exist. */
function listOf(reference: string, payees: readonly string[]): Uint8Array {
  const rows = payees.map(
    (payee, index) => `${reference}-${index},演示人${index},${payee},冬季取暖,${index + 1}.50,62170000${index}`,
  );
  return utf8(`编号,姓名,账本账号,用途,金额,银行卡号\n${rows.join("\n")}\n`);
}

describe("a list of people paid through the API", () => {
  it("is paid line by line, named by its own texts, and says which lines failed", async () => {
    const people = ["person-0", "person-1", "person-2"].map(demoNumber);
    const csv = listOf("SDK", [...people, demoNumber("nobody"), people[0] ?? "", "123"]);
    const from = await richestPlace();
    const done = await payList({
      url: node.url,
      csv,
      name: "冬季取暖",
      from,
      proposer: keyOf("civil-manager"),
      approvers: [keyOf("civil-finance"), keyOf("civil-approver")],
    });
    expect(done.results.map(({ code }) => code)).toEqual(["ACCEPTED", "ACCEPTED", "ACCEPTED", "PAYEE_UNKNOWN"]);
    expect(done.held.map(({ code }) => code)).toEqual(["ROW_DOUBLE", "PAYEE_FORM"]);
    const rows = await shownWith("SDK-");
    expect(rows).toEqual([
      { id: done.results[0]?.payment, reference: "SDK-0", purpose: "冬季取暖", amountMinor: 150 },
      { id: done.results[1]?.payment, reference: "SDK-1", purpose: "冬季取暖", amountMinor: 250 },
      { id: done.results[2]?.payment, reference: "SDK-2", purpose: "冬季取暖", amountMinor: 350 },
    ]);
    const { rows: manifests } = await (await asManager()).ask(manifestsView, { state: "paid" });
    const one = manifests.find(({ manifest }) => manifest === done.manifest);
    expect(one).toMatchObject({ paidCount: 3, paidMinor: 750, refusedMinor: 450 });
  }, 60_000);
});

/** Payments whose reference begins so, once the tables have read everything. */
async function shownWith(beginning: string) {
  const client = await asManager();
  await tablesRead(client);
  const { rows } = await client.ask(paymentsView, { text: beginning, sort: "reference", order: "asc" });
  return rows.map(({ id, reference, purpose, amountMinor }) => ({ id, reference, purpose, amountMinor }));
}

/** Acts are final before lists show them. */
async function tablesRead(client: Client): Promise<void> {
  for (;;) {
    const { readModel } = await client.ask(statusView, {});
    if (readModel.behindBlocks === 0) return;
    await new Promise((next) => setTimeout(next, pollMs));
  }
}

function rethrow(error: Error): never {
  throw error;
}
