import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ledgerQueries } from "@mingbai/app-node/answers/ledger-queries";
import { bankDeskQueries } from "@mingbai/app-node/bank/bank-desk-queries";
import { ordersFileRoute } from "@mingbai/app-node/bank/orders-file-route";
import { dataFolder } from "@mingbai/app-node/data-folder";
import { demoNumber, demoSigner } from "@mingbai/app-node/demo/demo-keys";
import { demoBankAccount } from "@mingbai/app-node/demo/demo-plan";
import { demoGenesis } from "@mingbai/app-node/demo/found-demo";
import { writeGenesis } from "@mingbai/app-node/founding/genesis-file";
import { deriveNodeKeys } from "@mingbai/app-node/keys/node-keys";
import { LocalActor } from "@mingbai/app-node/local-actor";
import { nodeSessions } from "@mingbai/app-node/node-sessions";
import { type OpenLedger, openLedger } from "@mingbai/app-node/open-ledger";
import { type ReadModel, startReadModel } from "@mingbai/app-node/read-model/start-read-model";
import { registry } from "@mingbai/app-node/registry";
import { createServer } from "@mingbai/http/server";
import { readCamt053 } from "@mingbai/iso20022/camt053";
import { readPain001 } from "@mingbai/iso20022/pain001";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { createClient } from "@mingbai/sdk/client";
import { signIn } from "@mingbai/sdk/session";
import { type BatchMode, batchModes } from "@mingbai/treasury/batch/layout";
import { readBalance, readEquation } from "@mingbai/treasury/reads";
import { payBatchName } from "@mingbai/treasury/schema";
import { batchTable, orderTable } from "@mingbai/treasury/tables";
import { makeBatch } from "@mingbai/treasury/testing/test-scene";
import type { FastifyInstance } from "fastify";
import { Registry } from "prom-client";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type RunningBank, startBank } from "./start-bank.ts";

const office = demoNumber("office of the test");
const payee = demoNumber("finance");
const money = { currency: "CNY", decimals: 2 };
const patience = { timeout: 30_000, interval: 100 };
let root: string;
let ledger: OpenLedger;
let readModel: ReadModel;
let server: FastifyInstance;
let bank: RunningBank;
let nodeUrl: string;

const as = (id: string) => new LocalActor(ledger, { signer: demoSigner(id), keyId: demoNumber(`key ${id}`) });
const post = (path: string, form: Record<string, string>) =>
  fetch(`${bank.url}${path}`, { method: "POST", body: new URLSearchParams(form), redirect: "manual" });

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-bank-"));
  const folder = dataFolder(join(root, "node"));
  const keys = await deriveNodeKeys(new Uint8Array(32).fill(7));
  const genesis = demoGenesis({ timeMs: Date.now(), keys, origin: "http://localhost" });
  await nodeDisk().makeFolder(folder.root);
  await writeGenesis(folder.genesis, genesis);
  ledger = await openLedger({ disk: nodeDisk(), folder, genesis, keys, onFatal: rethrow });
  await openOffice();
  const parts = { ledger, folder, vaultSeed: keys.vaultSeed, databaseUrl: undefined, onFatal: rethrow };
  readModel = await startReadModel(parts);
  let url: string | undefined;
  const sessions = nodeSessions(ledger, () => url);
  const { queries, findLogIndex } = readModel;
  const desk = bankDeskQueries({ ledger, folder, keys, queries, findLogIndex });
  server = await createServer({
    registry,
    sequencer: ledger.sequencer,
    queries: [...ledgerQueries(ledger), ...queries, desk.orders, ...desk.batches],
    findReader: sessions.findReader,
    sessions,
    logFiles: {
      readCheckpoint: async () => undefined,
      readTile: async () => undefined,
      readRoster: async () => undefined,
    },
    health: () => ({ state: "ok", height: ledger.chain.head.height, readModelBehind: 0 }),
    metrics: new Registry(),
  });
  ordersFileRoute(server, { query: desk.orders, findReader: sessions.findReader, money });
  const address = await server.listen({ host: "localhost", port: 0 });
  url = `http://localhost:${new URL(address).port}`;
  nodeUrl = url;
  const options = { port: 0, orFree: false, data: join(root, "bank"), account: demoBankAccount, key: undefined };
  bank = await startBank({ ...options, node: url });
});

afterAll(async () => {
  await bank.close();
  await server.close();
  await ledger.close();
  await readModel.close();
  await rm(root, { recursive: true, force: true });
});

describe("the bank beside a node", () => {
  it("mints what was deposited, pays what is released, and comes to the ledger's own sum", async () => {
    expect((await post("/entries", { kind: "deposit", fund: "F-1", amount: "10000.00" })).status).toBe(303);
    await vi.waitFor(
      () => expect(readBalance(ledger.chain.state, { account: office, tranche: 1 }).free).toBe(1_000_000),
      patience,
    );
    await payTo(payee, 300_000);
    const from = { holder: payee, fund: 1, tranche: 1 };
    await as("finance").act("treasury.redeem", { from, amount: 120_050, endToEndId: "R-2026-1" });
    await as("finance-deputy").act("treasury.releaseOrders", { endToEndIds: ["R-2026-1"] });
    await vi.waitFor(() => expect(stateOf("R-2026-1")).toBe("paid"), patience);
    expect(readBalance(ledger.chain.state, { account: payee, tranche: 1 })).toEqual({ free: 179_950, locked: 0 });
    const { closingBalance, entries } = await statement();
    expect(entries).toMatchObject([{ side: "credit" }, { side: "debit", amount: 120_050, endToEndId: "R-2026-1" }]);
    expect(closingBalance).toBe(readEquation(ledger.chain.state).booked);
    expect(await (await fetch(`${bank.url}/?lang=zh`)).text()).toContain("晨光电梯");
  });

  it("pays a direct-credit list, and tells nobody else whom and where", async () => {
    for (const path of [
      "treasury.bankBatches",
      `treasury.bankBatchLines?batch=${"00".repeat(32)}`,
      "treasury.bankOrders",
    ])
      expect((await fetch(`${nodeUrl}/api/queries/${path}`)).status).toBe(403);
    const batch = await payTo(payee, 4_500, batchModes.directCredit);
    const row = () => ledger.chain.state.table(batchTable).find(batch);
    await vi.waitFor(() => expect(row()).not.toHaveProperty("waiting"), patience);
    expect(readBalance(ledger.chain.state, { account: office, tranche: 1 })).toEqual({ free: 695_500, locked: 0 });
    expect((await statement()).closingBalance).toBe(readEquation(ledger.chain.state).booked);
  });

  it("gives released orders as a file to whoever may send it, and to nobody else", async () => {
    const url = `${nodeUrl}/api/bank/orders.xml?account=${demoBankAccount}`;
    expect((await fetch(url)).status).toBe(403);
    await post("/faults", { down: "1" });
    const from = { holder: payee, fund: 1, tranche: 1 };
    await as("finance").act("treasury.redeem", { from, amount: 7, endToEndId: "R-2026-3" });
    await as("finance-deputy").act("treasury.releaseOrders", { endToEndIds: ["R-2026-3"] });
    const client = createClient({ url: nodeUrl });
    await signIn(client, { signer: demoSigner("finance"), keyId: demoNumber("key finance") });
    const file = await vi.waitFor(async () => {
      const response = await client.send(`/api/bank/orders.xml?account=${demoBankAccount}`);
      expect(response.status).toBe(200);
      return response.arrayBuffer();
    }, patience);
    const order = {
      endToEndId: "R-2026-3",
      amount: 7,
      creditor: { name: "晨光电梯维保有限公司", account: "62170001" },
    };
    expect(readPain001(new Uint8Array(file), money)).toMatchObject({
      debtor: { account: demoBankAccount },
      orders: [order],
    });
    await post("/faults", { down: "0" });
    await vi.waitFor(() => expect(stateOf("R-2026-3")).toBe("paid"), patience);
  });

  it("unlocks what it rejects, with the reason", async () => {
    await post("/faults", { rejected: "1" });
    const from = { holder: payee, fund: 1, tranche: 1 };
    await as("finance").act("treasury.redeem", { from, amount: 100, endToEndId: "R-2026-2" });
    await as("finance-deputy").act("treasury.releaseOrders", { endToEndIds: ["R-2026-2"] });
    await vi.waitFor(() => expect(stateOf("R-2026-2")).toBe("rejected"), patience);
    expect((await statement()).closingBalance).toBe(readEquation(ledger.chain.state).booked);
  });
});

async function openOffice(): Promise<void> {
  await ledger.vault.put([
    {
      subject: payee,
      content: { kind: "account", name: "晨光电梯维保有限公司", nature: "organisation", bankAccount: "62170001" },
    },
  ]);
  await as("admin").act("treasury.openAccounts", {
    accounts: [
      { account: office, kind: "office", organisation: "district-finance" },
      { account: payee, kind: "supplier" },
    ],
  });
  await as("finance").act("treasury.createFund", { fund: 1, code: "F-1", office });
}

/** A list of one line that two people approved. */
async function payTo(account: string, amount: number, mode: BatchMode = batchModes.toAccounts): Promise<string> {
  const manifest = `e${mode}`.repeat(32);
  const { body, digest } = makeBatch([{ payee: account, amount }], { payer: office, manifest, mode });
  const list = { manifest, payer: office, fund: 1, tranche: 1, listDigest: "dd".repeat(32), total: amount, count: 1 };
  const { id: proposal } = await as("district-manager").act("treasury.proposeManifest", { ...list, batches: [digest] });
  for (const approver of ["finance-deputy", "finance-approver"]) {
    await as(approver).act("treasury.approveManifest", { manifest, proposal });
  }
  const manager = as("district-manager");
  return (await manager.submit(await manager.signPayments(payBatchName, body))).id;
}

function stateOf(endToEndId: string) {
  return ledger.chain.state.table(orderTable).find(endToEndId)?.state;
}

async function statement() {
  const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const file = new Uint8Array(await (await fetch(`${bank.url}/statements/${day}.xml`)).arrayBuffer());
  const read = readCamt053(file, money);
  if ("fault" in read) throw new Error(`${read.field}: ${read.en}`);
  return read;
}

function rethrow(error: Error): never {
  throw error;
}
