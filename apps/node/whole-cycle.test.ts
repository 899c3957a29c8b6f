import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { receiptView, statusView } from "@mingbai/http/explorer-views";
import { applyForMoney } from "@mingbai/sdk/examples/apply-for-money";
import { keepContent, verifyReceipt } from "@mingbai/sdk/index";
import { launchBrowser } from "@mingbai/testkit/browser/launch";
import { trackView } from "@mingbai/treasury/views";
import { balancesView, redemptionsView } from "@mingbai/treasury/views/acts";
import { matterView, queueView } from "@mingbai/workflow/views";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoNumber, demoSeed } from "./demo/demo-keys.ts";
import { demoBankAccount } from "./demo/demo-plan.ts";
import { District, keyOf } from "./flows/test-district.ts";
import { matterFlow } from "./flows/test-matter-flow.ts";
import { moneyFlow } from "./flows/test-money-flow.ts";
import { paidFlow } from "./flows/test-paid-flow.ts";
import { regulatorFlow } from "./flows/test-regulator-flow.ts";
import type { RunningNode } from "./start-node.ts";
import { startDemoNode } from "./test-demo-node.ts";

const startMsMax = 300_000;
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
let district: District;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-cycle-"));
  node = await startDemoNode(root);
  browser = await launchBrowser();
  district = new District(node.url, browser);
  await district.tablesReach();
}, startMsMax);

afterAll(async () => {
  await browser?.close();
  await district?.close();
  await node?.close();
  await rm(root, { recursive: true, force: true });
});

async function words(id: string, message: string): Promise<string> {
  return (await keepContent(await district.as(id), { kind: "words", message, reasons: [] })).commitment;
}

describe("an application from a supplier, through the API", () => {
  it("is returned, corrected, passed, paid, confirmed, redeemed, released, paid out by the bank, and proved", async () => {
    const terms = { payee, fund, amount };
    const seed = demoSeed("supplier-0");
    const given = { url: node.url, seed, keyId: keyOf("supplier-0"), to: "qingshi-street", terms };
    const matter = await applyForMoney({ ...given, content: application });
    const look = async (id: string) => (await district.as(id)).ask(matterView, { matter });
    await district.act("street-manager", "workflow.returnMatter", {
      matter,
      version: 1,
      words: await words("street-manager", "请补合同编号。"),
    });
    expect(await look("supplier-0")).toMatchObject({
      stage: "returned",
      steps: [{}, { words: { message: "请补合同编号。" } }],
    });
    const corrected = { ...application, proposal: "第 7 期已完工，附发票。合同编号 HT-77。" };
    const { commitment: content } = await keepContent(await district.as("supplier-0"), corrected);
    await district.act("supplier-0", "workflow.resubmitMatter", { matter, version: 1, terms, content });
    const todo = await (await district.as("street-manager")).ask(queueView, { box: "todo" });
    expect(todo.rows.map(({ id }) => id)).toContain(matter);
    await district.act("street-manager", "workflow.passMatter", { matter, version: 2 });
    const from = { holder: office, fund, tranche: await trancheWith(amount) };
    const paid = await district.act("street-finance", "treasury.disburse", { items: [{ matter, version: 2, from }] });
    await district.act("supplier-0", "workflow.confirmMatter", { matter, version: 2, amount });
    const held = { holder: payee, fund, tranche: from.tranche };
    await district.act("supplier-0", "treasury.redeem", { from: held, amount, endToEndId });
    await district.act("street-finance", "treasury.releaseOrders", { endToEndIds: [endToEndId] });
    const line = { kind: "payout", reference: "BK-CYCLE-1", valueDay: "2026-11-20", amount, endToEndId };
    await district.act("bank", "treasury.bookBankLines", { bankAccount: demoBankAccount, lines: [line] });
    expect(await look("regulator")).toMatchObject({ stage: "confirmed", version: 2, paid: { transaction: paid } });
    const orders = await (await district.as("supplier-0")).ask(redemptionsView, { endToEndId });
    expect(orders.rows).toMatchObject([{ amountMinor: amount, state: "burned" }]);
    const track = await (await district.as("regulator")).ask(trackView, { id: `${paid}-0` });
    // Which lot a redemption burned is told oldest first (MONEY 1): the supplier holds older ones of this tranche.
    expect(track.steps.map(({ kind }) => kind).slice(0, 2)).toEqual(["mint", "disburse"]);
    await provedOffline(paid);
  });

  it("is nobody's to see who has no part in it", async () => {
    const client = await district.as("supplier-1");
    const all = await client.ask(queueView, { box: "all", limit: 200 });
    expect(all.rows.every(({ applicant }) => applicant.account === demoNumber("supplier-1"))).toBe(true);
  });
});

describe("through the pages, each person at their own desk and the bank beside", () => {
  let bankUrl = "";
  beforeAll(async () => {
    bankUrl = await district.startBank(root);
  }, startMsMax);
  const flowMsMax = 300_000;

  it(
    "an application goes from the form to the bank's payment, and from its line back to the deposit",
    () => paidFlow(district),
    flowMsMax,
  );
  it(
    "another is returned with a reason, corrected, asked of others, paid, disputed, answered, confirmed",
    () => matterFlow(district),
    flowMsMax,
  );
  it(
    "a deposit is minted once; an office redeems its share of it and not a fen more",
    () => moneyFlow(district, bankUrl),
    flowMsMax,
  );
  it("the regulator sees everybody's, and what it freezes nobody redeems", () => regulatorFlow(district), flowMsMax);
});

async function trancheWith(needed: number): Promise<number> {
  const { rows } = await (await district.as("street-finance")).ask(balancesView, { account: office, fund: fundCode });
  const row = rows.find((one) => one.freeMinor >= needed);
  if (row === undefined) throw new Error("the office has too little");
  return row.tranche;
}

/** The receipt verifies with the published keys alone, and one changed byte fails. */
async function provedOffline(id: string): Promise<void> {
  const client = await district.as("regulator");
  const { verifierKeys } = await client.ask(statusView, {});
  const { text } = await client.ask(receiptView, { id });
  expect(verifyReceipt(text, { pinnedKeys: verifierKeys })).toMatchObject({ ok: true, fact: { accepted: true } });
  const altered = text.replace(/("leaf":\s*"TUJMMQ.{9})(.)/, (_, before, one) => before + (one === "A" ? "B" : "A"));
  expect(altered).not.toBe(text);
  expect(verifyReceipt(altered, { pinnedKeys: verifierKeys }).ok).toBe(false);
}
