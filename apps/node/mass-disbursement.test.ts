import { mkdtempSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { utf8 } from "@mingbai/codec/bytes";
import { statusView } from "@mingbai/http/explorer-views";
import { withBankResults } from "@mingbai/sdk/disbursement/bank-results";
import { failedRows } from "@mingbai/sdk/disbursement/result-file";
import { payList } from "@mingbai/sdk/examples/pay-list";
import { actAs, type Client, createClient, getAccepted, signIn } from "@mingbai/sdk/index";
import { writeTable } from "@mingbai/sdk/tables/write-table";
import { readWorkbook } from "@mingbai/tabular/workbook/read-workbook";
import { signs } from "@mingbai/testkit/browser/at-desk";
import { launchBrowser } from "@mingbai/testkit/browser/launch";
import { lookFaults } from "@mingbai/testkit/browser/look-faults";
import { watchFaults } from "@mingbai/testkit/browser/looks";
import { deepCount } from "@mingbai/testkit/deep";
import { treasuryCommands } from "@mingbai/treasury/schema";
import { paymentsView } from "@mingbai/treasury/views";
import { balancesView, manifestsView } from "@mingbai/treasury/views/acts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoNumber, demoSeed, demoSigner } from "./demo/demo-keys.ts";
import { demoBankAccount } from "./demo/demo-plan.ts";
import { demoPeople } from "./demo/people.ts";
import { OcdsPackage } from "./ocds/test-ocds-rules.ts";
import type { RunningNode } from "./start-node.ts";
import { startDemoNode } from "./test-demo-node.ts";

const startMsMax = 300_000;
const pollMs = 50;
const pageWaitMsMax = 20_000;
const office = demoNumber("civil-office");
const fundCode = "LN-2026";

let root = "";
let node: RunningNode;
let browser: Browser;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-disbursement-"));
  node = await startDemoNode(root);
  browser = await launchBrowser();
}, startMsMax);
afterAll(async () => {
  await browser?.close();
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

/** The same as a workbook; of each row the amount is one yuan more than its place. */
async function workbookOf(reference: string, payees: readonly string[], purpose: (index: number) => string) {
  const rows = payees.map((payee, index) => [
    `${reference}-${index}`,
    `演示人${index}`,
    payee,
    purpose(index),
    (index % 100) * 100 + 100,
    `6217000012345${String(index).padStart(6, "0")}`,
  ]);
  const columns = ["编号", "姓名", "账本账号", "用途", "金额", "银行卡号"].map((head) => ({
    head,
    kind: head === "金额" ? ("amount" as const) : ("text" as const),
  }));
  const blob = await writeTable({ name: "冬季取暖", columns, decimals: 2, rows }, "xlsx");
  return new Uint8Array(await blob.arrayBuffer());
}

describe("a list of people paid through the API", () => {
  it("is paid line by line, named by its own texts, and says which lines failed", async () => {
    const people = ["person-0", "person-1", "person-2"].map(demoNumber);
    const csv = listOf("SDK", [...people, demoNumber("nobody"), people[0] ?? "", "123"]);
    const from = await richestPlace();
    const done = await payList({
      url: node.url,
      file: csv,
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

    const [batch = ""] = (done.results[0]?.payment ?? "").split("-");
    const bank = await actAs(createClient({ url: node.url }), {
      signer: demoSigner("bank"),
      keyId: demoNumber("key bank"),
      commands: { treasury: treasuryCommands },
    });
    const settled = { bankAccount: demoBankAccount, reference: "OUT-SDK", valueDay: "2026-11-20" };
    const failed = [{ line: 1, reason: "AC04" }];
    getAccepted(await bank.does.treasury.settleBatch({ batch, ...settled, paid: [0], failed }));
    const manager = await asManager();
    await tablesRead(manager);
    const results = await withBankResults(manager, done.results);
    expect(results.map((one) => one.bank)).toEqual(["paid", "returned", "waiting", undefined]);
    expect(failedRows(results).map(({ row }) => row.reference)).toEqual(["SDK-1", "SDK-3"]);
  }, 60_000);
});

describe("a workbook paid through the API", () => {
  it("is read, paid and answered as a CSV is", async () => {
    const people = ["person-3", "person-4"].map(demoNumber);
    const done = await payList({
      url: node.url,
      file: await workbookOf("XLSX", people, () => "冬季取暖"),
      name: "冬季取暖（Excel）",
      from: await richestPlace(),
      proposer: keyOf("civil-manager"),
      approvers: [keyOf("civil-finance"), keyOf("civil-approver")],
    });
    expect(done.results.map(({ code, row }) => [code, row.bankAccount])).toEqual([
      ["ACCEPTED", "6217000012345000000"],
      ["ACCEPTED", "6217000012345000001"],
    ]);
    expect((await shownWith("XLSX-")).map(({ reference, amountMinor }) => [reference, amountMinor])).toEqual([
      ["XLSX-0", 100],
      ["XLSX-1", 200],
    ]);
    const answer = await fetch(`${node.url}/api/ocds/transactions.json?payment=${done.results[1]?.payment}`);
    const [release] = OcdsPackage.parse(await answer.json()).releases;
    expect(release?.contracts[0]?.implementation.transactions).toMatchObject([
      { id: done.results[1]?.payment, value: { amount: 2, currency: "CNY" }, payer: { id: office } },
    ]);
  }, 60_000);
});

const shots = mkdtempSync(join(tmpdir(), "mingbai-list-pages-"));

interface Look {
  readonly language: "zh" | "en";
  readonly size: "usual" | "large";
  readonly theme: "light" | "dark";
  readonly width: number;
}
const usual: Look = { language: "zh", size: "usual", theme: "light", width: 1440 };
const looks: readonly Look[] = [
  usual,
  { language: "en", size: "usual", theme: "light", width: 360 },
  { language: "zh", size: "large", theme: "dark", width: 360 },
];

async function openBrowserPage(): Promise<{ page: Page; faults: string[]; end(): Promise<void> }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  context.setDefaultTimeout(pageWaitMsMax);
  await context.addInitScript(
    () => localStorage.getItem("mingbai.language") ?? localStorage.setItem("mingbai.language", "zh"),
  );
  const page = await context.newPage();
  return { page, faults: watchFaults(page), end: () => context.close() };
}

/** One click, as another invented person of the same browser. */
async function become(page: Page, id: string, path: string): Promise<void> {
  const name = demoPeople.find((person) => person.id === id)?.name ?? "";
  await page.goto(`${node.url}/sign-in`);
  await page.locator("button.demo-person", { hasText: name }).click();
  await page.locator("button.who").getByText(name).waitFor();
  await page.goto(node.url + path);
  await page.locator("main h1").first().waitFor();
}

/** Every look of the page as it stands: no fault for axe, no sideways scroll. */
async function lookAt(page: Page, name: string): Promise<void> {
  for (const { language, size, theme, width } of looks) {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate(
      (look) => {
        document.documentElement.dataset.size = look.size;
        document.documentElement.dataset.theme = look.theme;
      },
      { size, theme },
    );
    const file = join(shots, `${name}-${size}-${theme}-${width}.png`);
    const faults = await lookFaults(page, { picture: file, isWhole: true });
    expect.soft(faults, `${name} ${language} (${file})`).toEqual([]);
  }
  await page.setViewportSize({ width: usual.width, height: 900 });
  await page.evaluate(() => {
    delete document.documentElement.dataset.size;
    delete document.documentElement.dataset.theme;
  });
}

describe("a list of people paid in the pages", () => {
  it("goes from a file with bad rows over two approvals to the result, through a closed page", async () => {
    const { page, faults, end } = await openBrowserPage();
    const people = ["person-0", "person-1", "person-2"].map(demoNumber);
    const csv = listOf("WEB", [...people, demoNumber("nobody"), people[1] ?? "", "123"]);
    await become(page, "civil-manager", "/disbursement");
    await page.locator(".lists-table tbody tr").first().waitFor();
    await page.keyboard.press("n");
    await page.waitForURL("**/disbursement/new");
    await page.locator(".list-file").first().waitFor();
    await page
      .locator("input[type=file]")
      .first()
      .setInputFiles({ name: "冬季取暖.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
    await page.locator(".bad-table tbody tr").nth(1).waitFor();
    expect(await page.locator(".bad-table tbody tr").allTextContents()).toEqual([
      expect.stringContaining("与第 3 行是同一人、同一用途"),
      expect.stringContaining("表里有 3 位"),
    ]);
    expect(await page.locator(".bad-table").textContent()).not.toContain("演示人");
    const from = await richestPlace();
    await page.locator(".place-select").selectOption(`${from.payer} ${from.tranche}`);
    await lookAt(page, "checks");
    await page.locator(".list-propose button").click();
    await signs(page);
    await page.locator(".list-page h1", { hasText: "冬季取暖" }).waitFor();
    const path = new URL(page.url()).pathname;
    expect(path).toMatch(/^\/disbursement\/[0-9a-f]{64}$/);
    const code = await page.locator(".list-side .hash").textContent();

    for (const approver of ["civil-finance", "civil-approver"]) {
      await become(page, approver, path);
      await page.locator(".list-side button.btn.p").waitFor();
      expect(await page.locator(".list-side .hash").textContent()).toBe(code);
      if (approver === "civil-finance") await lookAt(page, "approve");
      await page.keyboard.press("a");
      await signs(page);
      await page.locator("#list-signers + ul li", { hasText: "已批准" }).first().waitFor();
    }

    // The laptop is closed between signing and the answer: the request arrives, its answer never does.
    await become(page, "civil-manager", path);
    await page.route("**/api/transactions", async (route) => {
      await route.fetch();
      await route.abort();
    });
    await page.locator(".list-side button.btn.p").waitFor();
    await page.keyboard.press("s");
    await signs(page);
    await page.locator(".list-side .note.bad[role=alert]").waitFor();
    await page.unroute("**/api/transactions");
    await page.reload();
    await page.locator("#list-send").waitFor();
    await page.locator(".failed-lines li", { hasText: "没有这个账号" }).waitFor();
    await lookAt(page, "result");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator("#list-result + .sp + .export-files button", { hasText: "CSV" }).click(),
    ]);
    const result = await readFile(await download.path(), "utf8");
    expect(
      result
        .trim()
        .split("\r\n")
        .map((line) => line.split(",").at(-3)),
    ).toEqual(["结果", ...Array.from({ length: 3 }, () => "已入账本"), "没有这个账号"]);
    expect((await shownWith("WEB-")).map(({ reference, amountMinor }) => [reference, amountMinor])).toEqual([
      ["WEB-0", 150],
      ["WEB-1", 250],
      ["WEB-2", 350],
    ]);
    await page.goto(`${node.url}/disbursement`);
    await page.locator(".lists-table tbody tr").first().waitFor();
    await lookAt(page, "lists");
    expect(faults.filter((fault) => !fault.includes("ERR_FAILED"))).toEqual([]);
    await end();
  }, 180_000);
});

const peopleCount = deepCount(1_000, 10_000);
const writtenCount = peopleCount.toLocaleString("en");

describe("thousands of people paid from an Excel file in the pages", () => {
  it("goes from the workbook to the result, which comes as a workbook again", async () => {
    const { page, faults, end } = await openBrowserPage();
    const people = ["person-0", "person-1", "person-2"].map(demoNumber);
    const payees = Array.from({ length: peopleCount }, (_, index) => people[index % people.length] ?? "");
    // One person's rows have purposes of their own, since the same person and purpose twice is held back.
    const workbook = await workbookOf("TENK", payees, (index) => `冬季取暖第${Math.floor(index / people.length)}户`);
    await become(page, "civil-manager", "/disbursement/new");
    await page.locator(".list-file").first().waitFor();
    await page
      .locator("input[type=file]")
      .first()
      .setInputFiles({
        name: "万人发放.xlsx",
        mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        buffer: Buffer.from(workbook),
      });
    await page.locator(".list-file [role=status]", { hasText: writtenCount }).waitFor();
    const from = await richestPlace();
    await page.locator(".place-select").selectOption(`${from.payer} ${from.tranche}`);
    await page.locator(".list-propose button").click();
    await signs(page);
    await page.locator(".list-page h1", { hasText: "万人发放" }).waitFor();
    const path = new URL(page.url()).pathname;
    for (const approver of ["civil-finance", "civil-approver"]) {
      await become(page, approver, path);
      await page.locator(".list-side button.btn.p").waitFor();
      await page.keyboard.press("a");
      await signs(page);
      await page.locator("#list-signers + ul li", { hasText: "已批准" }).first().waitFor();
    }
    await become(page, "civil-manager", path);
    await page.locator(".list-side button.btn.p").waitFor();
    await page.keyboard.press("s");
    await signs(page);
    await page.locator(".result-table tfoot", { hasText: writtenCount }).waitFor();
    const saved = page.locator("#list-result + .sp + .export-files button", { hasText: "Excel" });
    const [download] = await Promise.all([page.waitForEvent("download"), saved.click()]);
    const { rows } = await readWorkbook(await readFile(await download.path()));
    expect(rows).toHaveLength(peopleCount + 1);
    expect(rows.slice(1).filter(({ cells }) => cells[7] === "已入账本")).toHaveLength(peopleCount);
    const [paper] = await Promise.all([page.waitForEvent("download"), page.locator(".paper-button button").click()]);
    expect((await readFile(await paper.path())).subarray(0, 5).toString()).toBe("%PDF-");
    expect(await exportedCount(fundCode)).toBeGreaterThan(peopleCount);
    expect(faults).toEqual([]);
    await end();
  }, 240_000);
});

/** Payments whose reference begins so, once the tables have read everything. */
async function shownWith(beginning: string) {
  const client = await asManager();
  await tablesRead(client);
  const { rows } = await client.ask(paymentsView, { text: beginning, sort: "reference", order: "asc" });
  return rows.map(({ id, reference, purpose, amountMinor }) => ({ id, reference, purpose, amountMinor }));
}

/** How many payments of a fund its open data has, over all pages, each once. */
async function exportedCount(fund: string): Promise<number> {
  const ids = new Set<string>();
  let next: string | undefined = `${node.url}/api/ocds/transactions.json?fund=${fund}`;
  while (next !== undefined) {
    const { releases, links } = OcdsPackage.parse(await (await fetch(next)).json());
    const paid = releases.flatMap(({ contracts }) => contracts.flatMap((one) => one.implementation.transactions));
    for (const { id } of paid) ids.add(id);
    next = links?.next;
  }
  return ids.size;
}

/** Acts are final before lists show them. */
async function tablesRead(client: Client): Promise<void> {
  for (;;) {
    // A new node answers 500 until its tables are made.
    const status = await client
      .ask(statusView, {})
      .catch((fault: unknown) => void expect(fault).toMatchObject({ status: 500 }));
    if (status?.readModel.behindBlocks === 0) return;
    await new Promise((next) => setTimeout(next, pollMs));
  }
}
