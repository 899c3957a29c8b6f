import { mkdtempSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateSigner } from "@mingbai/crypto/signers/generate-signer";
import { formatVkey, noteKeyTypes } from "@mingbai/ledger/proofs/note-key";
import { readWorkbook } from "@mingbai/tabular/workbook/read-workbook";
import { arrived, askedAgainMsMax, goWithin } from "@mingbai/testkit/browser/arrive";
import { axeFaults } from "@mingbai/testkit/browser/axe";
import { launchBrowser } from "@mingbai/testkit/browser/launch";
import { lookFaults } from "@mingbai/testkit/browser/look-faults";
import { allLooks, type Look, looks, openLook, usual, watchFaults } from "@mingbai/testkit/browser/looks";
import { mockAnswers } from "@mingbai/testkit/browser/mock/mock-answers";
import { type MockLedger, mockLedger } from "@mingbai/testkit/browser/mock/mock-ledger";
import { type MockServer, serveMock } from "@mingbai/testkit/browser/mock/serve-mock";
import { deepCount } from "@mingbai/testkit/deep";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contentSecurityPolicy, withNonce } from "./csp.ts";
import { builtPages } from "./test-pages.ts";

const shots = mkdtempSync(join(tmpdir(), "mingbai-pages-"));

const strangerKey = formatVkey({
  name: "other.example/ledger",
  type: noteKeyTypes.ed25519,
  publicKey: generateSigner("ed25519", new Uint8Array(32).fill(77)).publicKey,
});

let browser: Browser;
let server: MockServer;
let ledger: MockLedger;
let outDir: string;
let routes: Record<string, string>;

const openContext = (look: Look): Promise<BrowserContext> => openLook(browser, look);

/** A page whose console errors and faults are collected: a broken policy or a thrown error fails the test. */
async function openPage(context: BrowserContext, path: string): Promise<{ page: Page; faults: string[] }> {
  const page = await context.newPage();
  const faults = watchFaults(page);
  await page.goto(server.url + path);
  await arrived(page);
  return { page, faults };
}

const looksOfRun = deepCount(0, 1) === 1 ? allLooks : looks;

beforeAll(async () => {
  ledger = mockLedger({ count: deepCount(3_000, 104_000) });
  outDir = await builtPages();
  server = await serveMock({ rules: { outDir, contentSecurityPolicy, withNonce }, answer: mockAnswers(ledger) });
  browser = await launchBrowser();
  const paid = ledger.payments.find(({ status, kind }) => status === "burned" && kind === "payment");
  const id = paid?.id ?? "";
  routes = {
    overview: "/",
    payments: "/payments",
    track: `/payments/${id}`,
    explorer: "/ledger",
    block: "/ledger/blocks/1200",
    transaction: `/ledger/transactions/${id.split("-")[0]}`,
    checkpoints: "/checkpoints",
    verify: "/verify",
    lost: "/no/such/page",
  };
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const routeNames = [
  "overview",
  "payments",
  "track",
  "explorer",
  "block",
  "transaction",
  "checkpoints",
  "verify",
  "lost",
];

describe("every page", () => {
  it.each(looksOfRun)(
    "is clean for axe and has no sideways scroll: $language $size $theme $width px",
    async (look) => {
      const context = await openContext(look);
      const { page, faults } = await openPage(context, "/");
      for (const name of routeNames) {
        await goWithin(page, routes[name] ?? "/");
        const shot = `${name}-${look.language}-${look.size}-${look.theme}-${look.width}.png`;
        const picture = join(shots, shot);
        expect(await lookFaults(page, { picture }), `${name} (${picture})`).toEqual([]);
        expect(await page.locator("h1").count(), name).toBe(1);
        expect(faults, name).toEqual([]);
      }
      await context.close();
    },
    120_000,
  );
});

describe("by keyboard", () => {
  it("goes to a list, down it, into a payment, its receipt, and back to where it was", async () => {
    const context = await openContext(usual);
    const { page, faults } = await openPage(context, "/");
    await page.keyboard.press("g");
    await page.keyboard.press("p");
    await page.locator(".payments-table tbody tr").first().waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    expect(await page.locator(".payments-table tr.on").getAttribute("aria-rowindex")).toBe("3");
    await page.keyboard.press("Enter");
    await page.locator(".steps").waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".receipt-pane").waitFor();
    expect(await page.evaluate(() => document.getAnimations().length), "less motion was asked for").toBe(0);
    await page.locator(".receipt-pane .note.ok").waitFor();
    expect(await page.locator(".receipt-pane .check").count()).toBe(4);
    const shown = ledger.payments.find(({ id }) => page.url().endsWith(id));
    const proved = await page.locator(".receipt-pane .fact").textContent();
    expect(proved?.replaceAll(" ", "")).toContain(shown?.payee.account);
    expect(proved?.replaceAll(",", "")).toContain(((shown?.amountMinor ?? 0) / 100).toFixed(2));
    expect(await page.locator(".receipt-pane .note.bad").count()).toBe(0);
    expect(await lookFaults(page, { picture: join(shots, "receipt-pane.png") })).toEqual([]);
    await page.keyboard.press("Escape");
    expect(await page.locator(".receipt-pane").count()).toBe(0);
    expect(await page.locator(".steps .proof-mark.verified").count()).toBeGreaterThan(0);
    await page.goBack();
    await page.waitForFunction(() => document.activeElement?.id.startsWith("payment-"));
    expect(await page.locator(".payments-table tr.on").getAttribute("aria-rowindex")).toBe("3");
    expect(faults).toEqual([]);
    await context.close();
  });

  it("finds a payment by reference with Ctrl K, and closes with Esc", async () => {
    const context = await openContext(usual);
    const { page } = await openPage(context, "/");
    const row = ledger.payments[41];
    await page.keyboard.press("Control+k");
    await page.keyboard.type(row?.reference ?? "");
    await page.locator(".find-list [role=option]").first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/payments/${row?.id}`);
    await page.keyboard.press("Control+k");
    await page.keyboard.press("Escape");
    expect(await page.locator("dialog[open]").count()).toBe(0);
    await context.close();
  });

  it("opens a figure into lines that add up, closes it with Esc, and gives focus back", async () => {
    const context = await openContext(usual);
    const { page } = await openPage(context, "/");
    await page.locator(".three .figure").nth(1).focus();
    await page.keyboard.press("Enter");
    await page.locator(".figure-open tbody tr").first().waitFor();
    const cents = (text: string) => Number(text.replaceAll(/[,.]/g, "").replace("\u2212", "-"));
    const parts = await page.locator(".figure-open tbody .money").allTextContents();
    const total = await page.locator(".figure-open tfoot .money").textContent();
    expect(parts.map(cents).reduce((sum, part) => sum + part, 0)).toBe(cents(total ?? ""));
    expect(await lookFaults(page, { picture: join(shots, "figure-open.png") })).toEqual([]);
    await page.keyboard.press("Escape");
    await page.locator(".figure-open").waitFor({ state: "detached" });
    expect(await page.evaluate(() => document.activeElement?.className)).toContain("figure");
    await context.close();
  });

  it("holds the live list of blocks with P", async () => {
    const context = await openContext(usual);
    const { page } = await openPage(context, "/ledger");
    await page.keyboard.press("p");
    const button = page.locator("button[aria-pressed=true]", { hasText: "接着看" });
    await button.waitFor();
    await page.keyboard.press("p");
    await button.waitFor({ state: "detached" });
    await context.close();
  });
});

describe("the page of a transaction", () => {
  it.each([
    ["zh", "向 00000000000000b2 付了 CNY 646,800.00"],
    ["en", "paid CNY 646,800.00 to 00000000000000b2"],
  ] as const)("says first what was done, in the reader's language: %s", async (language, sentence) => {
    const context = await openContext({ ...usual, language });
    const { page } = await openPage(context, routes.transaction ?? "/");
    expect(await page.locator(".page > p").first().textContent()).toBe(sentence);
    await context.close();
  });
});

describe("the list of payments", () => {
  it("counts and sums the whole filter, keeps it in the address, and exports exactly what is seen", async () => {
    const context = await openContext(usual);
    const { page } = await openPage(context, "/payments?fund=roads&kind=return&sort=amount");
    const kept = ledger.payments.filter(({ fund, kind }) => fund.id === "roads" && kind === "return");
    const sum = kept.reduce((total, row) => total + row.amountMinor, 0);
    await page.locator(".payments-table tbody tr").first().waitFor();
    expect(await page.locator(".payments-table").getAttribute("aria-rowcount")).toBe(String(kept.length + 2));
    const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("e")]);
    const csv = await readFile(await file.path(), "utf8");
    const rows = csv.trim().split("\r\n").slice(1);
    expect(rows).toHaveLength(kept.length);
    const amounts = rows.map((row) => Math.round(Number(row.split(",").at(-5)) * 100));
    expect(amounts.reduce((total, amount) => total + amount, 0)).toBe(sum);
    expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
    const excel = page.getByRole("button", { name: "导出 Excel" });
    const [book] = await Promise.all([page.waitForEvent("download"), excel.click()]);
    const { sheet, rows: listed } = await readWorkbook(await readFile(await book.path()));
    expect(sheet).toBe("付款清单");
    expect(listed.slice(1).map(({ cells }) => Math.round(Number(cells[6]) * 100))).toEqual(amounts);
    await context.close();
  });

  it("calls nobody back who has left for a page that is not there yet, although typing pauses meanwhile", async () => {
    const context = await openContext(usual);
    const { page } = await openPage(context, "/payments");
    await page.clock.install();
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    await page.route("**/assets/*.js", (route) => held.then(() => route.continue()));
    await page.locator("#payments-filter").fill("roads");
    await page.locator("nav a[href='/checkpoints']").first().click();
    await page.locator("main[aria-busy=true]").waitFor();
    await page.clock.fastForward(1_000);
    letGo();
    await page.locator(".checkpoints").waitFor();
    expect(new URL(page.url()).pathname).toBe("/checkpoints");
    await context.close();
  });

  it("keeps a filter by name on this device, opens it again, and forgets it", async () => {
    const context = await openContext(usual);
    const { page } = await openPage(context, "/payments?kind=return");
    await page.getByRole("button", { name: "存下这个筛选" }).click();
    await page.keyboard.type("退回的");
    await page.keyboard.press("Enter");
    await page.goto(`${server.url}/payments`);
    await page.getByRole("link", { name: "退回的" }).click();
    await page.waitForURL(/kind=return/);
    await page.getByRole("button", { name: "不再留“退回的”" }).click();
    expect(await page.getByRole("link", { name: "退回的" }).count()).toBe(0);
    await context.close();
  });

  it("prints without what is only for the screen, its sum once, with a code that opens it again", async () => {
    const context = await openContext(usual);
    const { page, faults } = await openPage(context, `/payments/${ledger.payments.at(-2)?.id}`);
    await page.locator(".print-foot svg").waitFor({ state: "attached" });
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".print-foot svg").isVisible()).toBe(true);
    expect(await page.locator(".bar, .side, .key-strip").filter({ visible: true }).count()).toBe(0);
    const foot = page.locator("table.tbl tfoot").first();
    expect(await foot.evaluate((element) => getComputedStyle(element).display)).toBe("table-row-group");
    expect(faults).toEqual([]);
    await context.close();
  });

  it("says what is safe when the server is away, and shows it again when it is back", async () => {
    const context = await openContext(usual);
    server.fail = true;
    const page = await context.newPage();
    await page.goto(`${server.url}/payments`);
    const alert = page.locator("[role=alert]");
    await alert.waitFor();
    expect(await alert.textContent()).toContain("NODE_AWAY");
    expect(await lookFaults(page, { picture: join(shots, "error.png") })).toEqual([]);
    server.fail = false;
    await alert.locator("button").click();
    await page.locator(".payments-table tbody tr").first().waitFor();
    await context.close();
  });
});

describe("without a connection", () => {
  it("keeps the last known values with their time, and says what still works", async () => {
    const context = await openContext(usual);
    await context.clock.install();
    const { page } = await openPage(context, "/");
    server.fail = true;
    await page.clock.fastForward(askedAgainMsMax);
    await page.locator(".offline[role=status]").first().waitFor();
    expect(await page.locator(".three .figure").count()).toBe(3);
    expect(await axeFaults(page)).toEqual([]);
    server.fail = false;
    await page.clock.fastForward(askedAgainMsMax);
    await page.locator(".offline").first().waitFor({ state: "detached" });
    await context.close();
  });
});

describe("the verify page as one file", () => {
  async function openFile(): Promise<{ context: BrowserContext; page: Page; receipt: string; requests: string[] }> {
    const context = await openContext({ ...usual, width: 390 });
    const answer = mockAnswers(ledger);
    const id = ledger.payments[7]?.id.split("-")[0] ?? "";
    const { text } = (await answer("explorer.receipt", { id })) as { text: string };
    const status = (await answer("explorer.status", {})) as { verifierKeys: string[] };
    const page = await context.newPage();
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(`file://${join(outDir, "verify.html")}`);
    await page.locator("#keys").fill(status.verifierKeys.join("\n"));
    return { context, page, receipt: text, requests };
  }

  it("works from a disk without any request, and says a genuine receipt is genuine", async () => {
    const { context, page, receipt, requests } = await openFile();
    await page.locator("textarea").first().fill(receipt);
    await page.locator("button[type=submit]").click();
    await page.locator(".verdict.ok").waitFor();
    expect(await page.locator(".check svg").count()).toBe(4);
    expect(await lookFaults(page, { picture: join(shots, "verify-good.png"), isWhole: true })).toEqual([]);
    expect(requests).toHaveLength(1);
    await context.close();
  });

  it("says so, in another shape and order, when one byte of it was changed", async () => {
    const { context, page, receipt } = await openFile();
    const read = JSON.parse(receipt) as { body: string };
    const body = Buffer.from(read.body, "base64");
    body[10] = (body[10] ?? 0) ^ 1;
    await page
      .locator("textarea")
      .first()
      .fill(JSON.stringify({ ...read, body: body.toString("base64") }));
    await page.locator("button[type=submit]").click();
    await page.locator(".verdict.bad[role=alert]").waitFor();
    expect(await page.locator(".check").first().locator(".bad").count()).toBeGreaterThan(0);
    expect(await lookFaults(page, { picture: join(shots, "verify-bad.png"), isWhole: true })).toEqual([]);
    await context.close();
  });

  it("takes keys from a file, remembers them, and says what to do under a key it does not know", async () => {
    const { context, page, receipt } = await openFile();
    const stranger = { name: "keys.txt", mimeType: "text/plain", buffer: Buffer.from(`${strangerKey}\nno key\n`) };
    await page.locator(".technical input[type=file]").setInputFiles(stranger);
    await page.locator("#keys-read .bad").waitFor();
    expect(await page.locator("#keys-read").textContent()).toContain("other.example/ledger");
    expect(await axeFaults(page)).toEqual([]);
    await page.reload();
    expect(await page.locator("#keys").inputValue()).toBe(`${strangerKey}\nno key`);
    await page.locator("textarea").first().fill(receipt);
    await page.locator("button[type=submit]").click();
    await page.locator(".verdict.unknown[role=alert]").waitFor();
    expect(await page.locator(".fact").count()).toBe(0);
    expect(await lookFaults(page, { picture: join(shots, "verify-unknown.png"), isWhole: true })).toEqual([]);
    await context.close();
  });

  it("says that half a receipt is no receipt", async () => {
    const { context, page, receipt } = await openFile();
    await page.locator("textarea").first().fill(receipt.slice(0, 200));
    await page.locator("button[type=submit]").click();
    await page.locator("[role=alert] h1").waitFor();
    await context.close();
  });
});
