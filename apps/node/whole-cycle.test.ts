import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { receiptView, statusView } from "@mingbai/http/explorer-views";
import { applyForMoney } from "@mingbai/sdk/examples/apply-for-money";
import {
  actAs,
  type Client,
  createClient,
  keepContent,
  signIn,
  submitCommand,
  verifyReceipt,
} from "@mingbai/sdk/index";
import { launchBrowser } from "@mingbai/testkit/browser/launch";
import { trackView } from "@mingbai/treasury/views";
import { balancesView, redemptionsView } from "@mingbai/treasury/views/acts";
import { matterView, queueView } from "@mingbai/workflow/views";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoNumber, demoSeed, demoSigner } from "./demo/demo-keys.ts";
import { demoBankAccount } from "./demo/demo-plan.ts";
import { type RunningNode, startNode } from "./start-node.ts";

const startMsMax = 300_000;
const pollMs = 50;
const pageMsMax = 30_000;
const fund = 3;
const fundCode = "XQ-2026";
const amount = 4_321_000;
const endToEndId = "QS-CYCLE-1";
const office = demoNumber("street-office");
const payee = demoNumber("supplier-0");
const invoice = { number: "20931177", seller: "澜湾建工集团有限公司", issuedOn: "2026-11-01", amount };
const application = {
  kind: "application",
  title: "枫桥里第 7 期进度款",
  proposal: "第 7 期已完工，附发票。",
  invoices: [invoice],
  files: [],
};

let root = "";
let node: RunningNode;
let browser: Browser;
const clients = new Map<string, Client>();

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-cycle-"));
  const folders = { data: join(root, "node"), webFolder: join(root, "dist") };
  const options = { port: 0, ...folders, databaseUrl: undefined, demo: true, logLevel: "warn" } as const;
  node = await startNode(options, { say: () => undefined, onFatal: rethrow });
  browser = await launchBrowser();
  await tablesReach((await (await as("regulator")).ask(statusView, {})).head.height);
}, startMsMax);

afterAll(async () => {
  await browser?.close();
  await node?.close();
  await rm(root, { recursive: true, force: true });
});

/** A person of the demo, signed in. */
async function as(id: string): Promise<Client> {
  const known = clients.get(id);
  if (known !== undefined) return known;
  const client = createClient({ url: node.url });
  await signIn(client, { signer: demoSigner(id), keyId: keyOf(id) });
  clients.set(id, client);
  return client;
}

async function act(id: string, command: string, input: CanonicalObject): Promise<string> {
  const client = await as(id);
  const actor = await actAs(client, { signer: demoSigner(id), keyId: keyOf(id), commands: {} });
  const answer = await submitCommand(client, await actor.sign(command, input));
  await tablesReach(answer.height);
  return answer.id;
}

async function words(id: string, message: string): Promise<string> {
  return (await keepContent(await as(id), { kind: "words", message, reasons: [] })).commitment;
}

/** Waits until the tables have read this block: acts are final before lists show them. */
async function tablesReach(height: number): Promise<void> {
  const client = await as("regulator");
  while ((await client.ask(statusView, {})).readModel.height < height) {
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

const keyOf = (id: string): string => demoNumber(`key ${id}`);

describe("an application from a supplier, through the API", () => {
  it("is returned, corrected, passed, paid, confirmed, redeemed, released, paid out by the bank, and proved", async () => {
    const terms = { payee, fund, amount };
    const seed = demoSeed("supplier-0");
    const given = { url: node.url, seed, keyId: keyOf("supplier-0"), to: "qingshi-street", terms };
    const matter = await applyForMoney({ ...given, content: application });
    const look = async (id: string) => (await as(id)).ask(matterView, { matter });
    await act("street-manager", "workflow.returnMatter", {
      matter,
      version: 1,
      words: await words("street-manager", "请补合同编号。"),
    });
    expect(await look("supplier-0")).toMatchObject({
      stage: "returned",
      steps: [{}, { words: { message: "请补合同编号。" } }],
    });
    const corrected = { ...application, proposal: "第 7 期已完工，附发票。合同编号 HT-77。" };
    const { commitment: content } = await keepContent(await as("supplier-0"), corrected);
    await act("supplier-0", "workflow.resubmitMatter", { matter, version: 1, terms, content });
    const todo = await (await as("street-manager")).ask(queueView, { box: "todo" });
    expect(todo.rows.map(({ id }) => id)).toContain(matter);
    await act("street-manager", "workflow.passMatter", { matter, version: 2 });
    const from = { holder: office, fund, tranche: await trancheWith(amount) };
    const paid = await act("street-finance", "treasury.disburse", { items: [{ matter, version: 2, from }] });
    await act("supplier-0", "workflow.confirmMatter", { matter, version: 2, amount });
    const held = { holder: payee, fund, tranche: from.tranche };
    await act("supplier-0", "treasury.redeem", { from: held, amount, endToEndId });
    await act("street-finance", "treasury.releaseOrders", { endToEndIds: [endToEndId] });
    const line = { kind: "payout", reference: "BK-CYCLE-1", valueDay: "2026-11-20", amount, endToEndId };
    await act("bank", "treasury.bookBankLines", { bankAccount: demoBankAccount, lines: [line] });
    expect(await look("regulator")).toMatchObject({ stage: "confirmed", version: 2, paid: { transaction: paid } });
    const orders = await (await as("supplier-0")).ask(redemptionsView, { endToEndId });
    expect(orders.rows).toMatchObject([{ amountMinor: amount, state: "burned" }]);
    const track = await (await as("regulator")).ask(trackView, { id: `${paid}-0` });
    // Which lot a redemption burned is told oldest first (MONEY 1): the supplier holds older ones of this tranche.
    expect(track.steps.map(({ kind }) => kind).slice(0, 2)).toEqual(["mint", "disburse"]);
    await provedOffline(paid);
  });

  it("is nobody's to see who has no part in it", async () => {
    const client = await as("supplier-1");
    const all = await client.ask(queueView, { box: "all", limit: 200 });
    expect(all.rows.every(({ applicant }) => applicant.account === demoNumber("supplier-1"))).toBe(true);
  });
});

describe("an application from a supplier, through the pages", () => {
  it("goes from the form to the bank's payment, each person at their own desk", async () => {
    const supplier = await openAs("江临川", "/work/new");
    await supplier.locator("#apply-to").selectOption("qingshi-street");
    await supplier.locator("#apply-fund").selectOption(String(fund));
    await supplier.locator("#apply-title").fill(title);
    await supplier.locator("#apply-amount").fill("12,345.67");
    await supplier.locator("#apply-proposal").fill("合同约定的预付款");
    await supplier.keyboard.press("Control+Enter");
    await signs(supplier);
    await supplier.waitForURL(/\/work\/[0-9a-f]{64}$/);
    const path = new URL(supplier.url()).pathname;

    const manager = await openAs("苏晚晴", path);
    await manager.locator(".verdict-buttons").first().waitFor();
    await presses(manager, "a");
    await manager.locator(".act-bar .btn.p").waitFor();
    await presses(manager, "a");
    await signs(manager);

    const finance = await openAs("罗知秋", `/work/pay?matter=${path.slice("/work/".length)}`);
    await finance.locator(".pay-table").waitFor();
    await presses(finance, "a");
    await signs(finance);
    await finance.locator(".note.ok").waitFor();

    await supplier.goto(node.url + path);
    await supplier.locator(".act-bar .btn.p").waitFor();
    await presses(supplier, "a");
    await signs(supplier);
    await supplier.locator(".page-head .st", { hasText: "已确认收款" }).waitFor();

    await supplier.goto(`${node.url}/redemptions`);
    await supplier.getByRole("button", { name: /^兑付/ }).first().click();
    await supplier.locator("#redeem-amount").fill("12,345.67");
    await supplier.keyboard.press("Enter");
    await signs(supplier);
    const order = await lockedOrder(1_234_567);

    await finance.goto(`${node.url}/redemptions`);
    await finance.getByRole("checkbox", { name: new RegExp(order) }).check();
    await finance.locator(".act-bar .btn.p").waitFor();
    await presses(finance, "a");
    await signs(finance);
    await payAtBank(order, 1_234_567);
    await supplier.goto(`${node.url}/redemptions?box=own`);
    await supplier.locator("tr", { hasText: order }).locator(".st.ok").filter({ visible: true }).first().waitFor();
    await Promise.all([supplier, manager, finance].map((page) => page.context().close()));
  }, 300_000);
});

const title = "枫桥里第 8 期预付款";

/** A browser of one person of the demo, signed in with one click, at this address. */
async function openAs(name: string, path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  context.setDefaultTimeout(pageMsMax);
  await context.addInitScript(() => localStorage.setItem("mingbai.language", "zh"));
  const page = await context.newPage();
  await page.goto(`${node.url}/sign-in?then=${encodeURIComponent(path)}`);
  await page.locator("button.demo-person", { hasText: name }).click();
  await page.waitForURL((url) => url.pathname + url.search === path || url.pathname === path);
  await page.locator("main h1:not(.sr)").first().waitFor();
  await page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null);
  return page;
}

async function presses(page: Page, key: string): Promise<void> {
  await page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null);
  await page.keyboard.press(key);
}

async function signs(page: Page): Promise<void> {
  await page.locator("dialog.signing").waitFor();
  await page.keyboard.press("Enter");
  await page.locator("dialog.signing").waitFor({ state: "detached" });
}

async function lockedOrder(amountMinor: number): Promise<string> {
  const client = await as("supplier-0");
  for (;;) {
    const { rows } = await client.ask(redemptionsView, { state: "locked" });
    const found = rows.find((row) => row.amountMinor === amountMinor);
    if (found !== undefined) return found.endToEndId;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

async function payAtBank(order: string, paidMinor: number): Promise<void> {
  const line = {
    kind: "payout",
    reference: `BK-${order}`,
    valueDay: "2026-11-20",
    amount: paidMinor,
    endToEndId: order,
  };
  await act("bank", "treasury.bookBankLines", { bankAccount: demoBankAccount, lines: [line] });
}

async function trancheWith(needed: number): Promise<number> {
  const { rows } = await (await as("street-finance")).ask(balancesView, { account: office, fund: fundCode });
  const row = rows.find((one) => one.freeMinor >= needed);
  if (row === undefined) throw new Error("the office has too little");
  return row.tranche;
}

/** The receipt verifies with the published keys alone, and one changed byte fails. */
async function provedOffline(id: string): Promise<void> {
  const client = await as("regulator");
  const { verifierKeys } = await client.ask(statusView, {});
  const { text } = await client.ask(receiptView, { id });
  expect(verifyReceipt(text, { pinnedKeys: verifierKeys })).toMatchObject({ ok: true, fact: { accepted: true } });
  const altered = text.replace(/("leaf":\s*"TUJMMQ.{9})(.)/, (_, before, one) => before + (one === "A" ? "B" : "A"));
  expect(altered).not.toBe(text);
  expect(verifyReceipt(altered, { pinnedKeys: verifierKeys }).ok).toBe(false);
}

function rethrow(error: Error): never {
  throw error;
}
