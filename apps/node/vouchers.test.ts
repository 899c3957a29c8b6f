import { mkdtempSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { receiptView, statusView } from "@mingbai/http/explorer-views";
import { actAs, type Client, createClient, signIn, submitCommand, verifyReceipt } from "@mingbai/sdk/index";
import { goWithin } from "@mingbai/testkit/browser/arrive";
import { openDesk, signs } from "@mingbai/testkit/browser/at-desk";
import { writeCodeVideo } from "@mingbai/testkit/browser/code-video";
import { launchBrowser } from "@mingbai/testkit/browser/launch";
import { lookFaults } from "@mingbai/testkit/browser/look-faults";
import { type Look, looks, usual } from "@mingbai/testkit/browser/looks";
import { trackView } from "@mingbai/treasury/views";
import { redemptionsView } from "@mingbai/treasury/views/acts";
import { offersView, walletView } from "@mingbai/treasury/views/offers";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoNumber, demoSigner } from "./demo/demo-keys.ts";
import { demoBankAccount } from "./demo/demo-plan.ts";
import type { RunningNode } from "./start-node.ts";
import { startDemoNode } from "./test-demo-node.ts";

const startMsMax = 300_000;
const pollMs = 50;
const shop = demoNumber("merchant-0");
const manager = "叶知行";
const approvers = ["顾长宁", "陆闻笛"] as const;
const visitor = "林远航";
const shopkeeper = "梅若水";
const supervisor = "温如言";
const phone: Look = { ...usual, width: 360 };
const largePhone: Look = { ...phone, size: "large" };

/** Where the pictures of a run lie. */
const shots = mkdtempSync(join(tmpdir(), "mingbai-vouchers-shots-"));
let root = "";
let node: RunningNode;
let browser: Browser;
const clients = new Map<string, Client>();

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-vouchers-"));
  node = await startDemoNode(root);
  browser = await launchBrowser();
}, startMsMax);

afterAll(async () => {
  await browser?.close();
  await node?.close();
  await rm(root, { recursive: true, force: true });
});

describe("consumer vouchers, through the pages", () => {
  it("go from an office's offer over a visitor's phone to a shop, and from there to the bank", async () => {
    const offer = await propose();
    for (const name of approvers) await approve(name, offer);
    const guest = await openAs(visitor, `/vouchers/${offer}`, largePhone);
    await guest.getByRole("button", { name: "领取 50.00 元" }).click();
    await signs(guest);
    await guest.getByText("已经领到，在“我的消费券”里").waitFor();

    await guest.goto(`${node.url}/spend/${shop}`);
    await choose(guest, "夜游券");
    await pay(guest, "50.01");
    await guest.getByText("这种券现在最多付 50.00 元，差额请另付").waitFor();
    await pay(guest, "12.50");
    await signs(guest);
    await guest.getByText("已付 12.50 元").waitFor();
    await guest.getByRole("button", { name: "再付一笔" }).click();
    await choose(guest, "夜游券");
    await pay(guest, "37.51");
    await guest.getByText("这种券现在最多付 37.50 元，差额请另付").waitFor();

    const till = await openAs(shopkeeper, "/till", phone);
    await till.locator(".purchases li", { hasText: "夜游券" }).locator(".purchase-sum", { hasText: "12.50" }).waitFor();
    expect(await till.locator(".till-code svg").count()).toBeGreaterThan(0);
    await till.getByRole("link", { name: "去兑付" }).click();
    await till
      .getByRole("button", { name: /^兑付.*文旅消费券/ })
      .first()
      .click();
    await till.locator("#redeem-amount").fill("12.50");
    await till.keyboard.press("Enter");
    await signs(till);
    const order = await lockedOrder(1_250);

    const finance = await openAs(supervisor, "/redemptions");
    await finance.getByRole("checkbox", { name: new RegExp(order) }).check();
    await finance.keyboard.press("a");
    await signs(finance);
    await payAtBank(order, 1_250);
    await till.goto(`${node.url}/redemptions?box=own`);
    await till.locator("tr", { hasText: order }).locator(".st.ok").filter({ visible: true }).first().waitFor();
    await provedAndTracked(offer);
    await Promise.all([guest, till, finance].map((page) => page.context().close()));
  }, 300_000);
});

describe("the pages of consumer vouchers", () => {
  it.each<Look>([...looks, largePhone])(
    "are clean for axe and have no sideways scroll: $language $size $theme $width px",
    async (look) => {
      const { rows } = await (await as("regulator")).ask(offersView, {});
      const faults: string[] = [];
      const running = rows.find(({ standing }) => standing === "open")?.id ?? "";
      const pathsOf = [
        [manager, ["/offers", "/offers/new", `/offers/${running}`]],
        ["沈一禾", ["/offers/merchants"]],
        [visitor, ["/wallet", `/spend/${shop}`]],
        ["谢小满", [`/vouchers/${running}`]],
        [shopkeeper, ["/till"]],
      ] as const;
      for (const [name, paths] of pathsOf) {
        const page = await openAs(name, "/verify", look);
        for (const path of paths) {
          await goWithin(page, path);
          const file = join(
            shots,
            `${path.replaceAll(/[^a-z]/g, "-").slice(0, 24)}-${look.language}-${look.size}-${look.width}.png`,
          );
          const found = await lookFaults(page, { picture: file, isWhole: true });
          faults.push(...found.map((fault) => `${path}: ${fault}`));
        }
        await page.context().close();
      }
      expect(faults, shots).toEqual([]);
    },
    300_000,
  );

  it("find a shop by the camera, or say what to do where there is none", async () => {
    const film = join(shots, "code.y4m");
    writeCodeVideo(film, `${node.url}/spend/${shop}`);
    const withCamera = await launchBrowser({ camera: film });
    try {
      const page = await openAs(visitor, "/wallet", phone, withCamera);
      await page.getByRole("button", { name: "扫商户的收款码" }).click();
      await page.waitForURL(`${node.url}/spend/${shop}`);
    } finally {
      await withCamera.close();
    }
    const page = await openAs(visitor, "/wallet", phone);
    await page.getByRole("button", { name: "扫商户的收款码" }).click();
    await page.getByText("没有用上相机。请允许使用相机，或者用手机自带的相机扫码。").waitFor();
    await page.context().close();
  }, 60_000);

  it("print a shop's code, and nothing else with it", async () => {
    const page = await openAs(shopkeeper, "/till");
    await page.evaluate(() => {
      window.print = () => undefined;
    });
    await page.getByRole("button", { name: "打印收款码" }).click();
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".till-code .code-picture").isVisible()).toBe(true);
    for (const other of [".till-today", ".purchases", ".side", ".print-foot"]) {
      expect(await page.locator(other).first().isVisible(), other).toBe(false);
    }
    await page.context().close();
  }, 60_000);

  it("stand in the menu only of those who may use them", async () => {
    const linksOf = async (name: string) => {
      const page = await openAs(name, "/ledger");
      const links = await page.locator("#side a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
      await page.context().close();
      return ["/offers", "/wallet", "/till"].filter((path) => links.includes(path));
    };
    expect(await linksOf(manager)).toEqual(["/offers"]);
    expect(await linksOf(visitor)).toEqual(["/wallet"]);
    expect(await linksOf(shopkeeper)).toEqual(["/till"]);
  }, 60_000);
});

/** The manager's form, filled in and signed; the id of the offer. */
async function propose(): Promise<string> {
  const page = await openAs(manager, "/offers/new");
  const field = (label: string) => page.getByLabel(label, { exact: true });
  await field("活动名称").fill("夜游券");
  const places = field("从哪里出钱");
  const place = await places.locator("option", { hasText: "文旅消费券" }).first().getAttribute("value");
  await places.selectOption(place);
  await field("每人多少（元）").fill("50");
  await field("发多少份").fill("10");
  // As much as there is: the test may run over midnight.
  await field("每人每天最多用（元）").fill("50");
  await page.getByRole("button", { name: "核对并提出" }).click();
  await page.getByRole("alert").filter({ hasText: "请选结束的日子" }).waitFor();
  const until = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
  await field("到哪天").fill(until);
  // Enter takes the day, and sends the form.
  await field("到哪天").press("Enter");
  await signs(page);
  await page.waitForURL(/\/offers\/[0-9a-f]{64}$/);
  await page.getByText("等批准，已批 0 人").first().waitFor();
  const [, offer = ""] = /([0-9a-f]{64})$/.exec(page.url()) ?? [];
  await page.context().close();
  return offer;
}

async function approve(name: string, offer: string): Promise<void> {
  const page = await openAs(name, `/offers/${offer}`);
  await page.getByRole("button", { name: "批准", exact: true }).click();
  await signs(page);
  await page.getByRole("button", { name: "批准", exact: true }).waitFor({ state: "detached" });
  await page.context().close();
}

async function choose(page: Page, title: string): Promise<void> {
  await page.locator(".voucher-choice label", { hasText: title }).locator("input").check();
}

async function pay(page: Page, amount: string): Promise<void> {
  await page.locator("#spend-amount").fill(amount);
  await page.getByRole("button", { name: "去付款" }).click();
}

/** What was spent is a payment with a track from its deposit to the bank, and its receipt verifies offline. */
async function provedAndTracked(offer: string): Promise<void> {
  const { offers, purchases } = await (await as("visitor-0")).ask(walletView, {});
  const held = offers.find((one) => one.offer.id === offer);
  expect(held).toMatchObject({ heldMinor: 3_750, spentMinor: 1_250 });
  const bought = purchases.find((one) => one.offer.id === offer);
  const id = bought?.id ?? "";
  const client = await as("regulator");
  const track = await client.ask(trackView, { id });
  expect(track.steps.map(({ kind }) => kind).slice(0, 4)).toEqual(["mint", "setAside", "take", "spend"]);
  const { verifierKeys } = await client.ask(statusView, {});
  const { text } = await client.ask(receiptView, { id: id.slice(0, 64) });
  expect(verifyReceipt(text, { pinnedKeys: verifierKeys })).toMatchObject({ ok: true, fact: { accepted: true } });
}

/** One person of the demo, signed in, at this address. */
function openAs(name: string, path: string, look: Look = usual, within = browser): Promise<Page> {
  return openDesk(within, { url: node.url, name, path, look });
}

async function lockedOrder(amountMinor: number): Promise<string> {
  const client = await as("merchant-0");
  for (;;) {
    const { rows } = await client.ask(redemptionsView, { state: "locked" });
    const found = rows.find((row) => row.amountMinor === amountMinor);
    if (found !== undefined) return found.endToEndId;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

async function payAtBank(order: string, amount: number): Promise<void> {
  const client = await as("bank");
  const actor = await actAs(client, { signer: demoSigner("bank"), keyId: demoNumber("key bank"), commands: {} });
  const line = { kind: "payout", reference: `BK-${order}`, valueDay: "2026-11-20", amount, endToEndId: order };
  const input = { bankAccount: demoBankAccount, lines: [line] };
  const { height } = await submitCommand(client, await actor.sign("treasury.bookBankLines", input));
  await tablesReach(height);
}

async function tablesReach(height: number): Promise<void> {
  const client = await as("regulator");
  while ((await client.ask(statusView, {})).readModel.height < height) {
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

/** A person of the demo, signed in. */
async function as(id: string): Promise<Client> {
  const known = clients.get(id);
  if (known !== undefined) return known;
  const client = createClient({ url: node.url });
  await signIn(client, { signer: demoSigner(id), keyId: demoNumber(`key ${id}`) });
  clients.set(id, client);
  return client;
}
