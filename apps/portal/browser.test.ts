import { axeFaults } from "@mingbai/testkit/browser/axe";
import { launchBrowser } from "@mingbai/testkit/browser/launch";
import { allLooks, type Look, looks, usual } from "@mingbai/testkit/browser/looks";
import { deepCount } from "@mingbai/testkit/deep";
import { naughtyStrings } from "@mingbai/testkit/naughty-strings";
import type { FastifyInstance } from "fastify";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { smallLedger, testPortalServer, testQueries } from "./testing/test-portal.ts";

const ledger = smallLedger();
const receiptId = ledger.payments[3]?.id ?? "";
const paths = {
  home: "",
  fund: "/funds/roads",
  payments: "/payments?fund=relief",
  payment: `/payments/${receiptId}`,
  matters: "/matters?fund=2",
  check: "/check",
  genuine: `/check?receipt=${receiptId}`,
  missing: "/nothing",
};

/** 1280 px at 200 % zoom, and at 400 % (WCAG 2.2, 1.4.10). */
const zoomed: readonly Look[] = [
  { language: "en", size: "usual", theme: "light", width: 640 },
  { language: "en", size: "large", theme: "light", width: 320 },
];
const looksOfRun = [...(deepCount(0, 1) === 1 ? allLooks : looks), ...zoomed];

let server: FastifyInstance;
let browser: Browser;
let url = "";

beforeAll(async () => {
  server = await testPortalServer(testQueries(ledger));
  await server.listen({ host: "localhost", port: 0 });
  const address = server.server.address();
  url = `http://localhost:${typeof address === "object" && address !== null ? address.port : 0}`;
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function openPage(path: string, { language, size, theme, width }: Look): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme: theme });
  const large = size === "large" ? `${path.includes("?") ? "&" : "?"}large=1` : "";
  await page.goto(`${url}/public${language === "en" ? "/en" : ""}${path}${large}`);
  return page;
}

describe.each(looksOfRun)("in $language, $size, $theme, $width px", (look) => {
  it.each(Object.entries(paths))(
    "%s has no fault that axe knows and nothing wider than the page",
    async (_name, path) => {
      const page = await openPage(path, look);
      expect(await axeFaults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(look.width);
      expect(await page.locator("h1").count()).toBe(1);
      expect(await page.locator("script, [style]").count()).toBe(0);
      const smallest = await page.evaluate(() =>
        Math.min(
          ...[...document.querySelectorAll("main *")]
            .filter((one) => one.checkVisibility())
            .map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
        ),
      );
      expect(smallest).toBeGreaterThanOrEqual(look.size === "large" ? 18 : 12);
      await page.close();
    },
  );
});

describe("the public page", () => {
  it("tells of matters by unit and stage, from the list to a receipt that holds", async () => {
    const page = await openPage("/matters", usual);
    await page.locator("summary").click();
    await page.getByLabel("由谁决定").selectOption("qingshi");
    await page.getByLabel("走到哪一步").selectOption("disbursed");
    await page.getByRole("button", { name: "看这些" }).click();
    await page.waitForURL("**/public/matters?unit=qingshi&fund=&stage=disbursed");
    expect(await page.locator(".st").allTextContents()).toContain("已发放");
    expect(await page.locator("tbody").last().getByText("区建设局").count()).toBe(0);
    await page.locator("tbody").last().locator("th a").first().click();
    await page.waitForURL("**/public/check?receipt=*");
    expect(await page.locator(".verdict.ok[role=status]").count()).toBe(1);
    await page.close();
  });

  it("leads by keyboard alone from its first link to the payments behind a figure, and to their receipts", async () => {
    const page = await openPage("", usual);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("skip");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/public/payments");
    await page.locator("tbody tr").first().locator("th a").press("Enter");
    await page.waitForURL("**/public/payments/*");
    await page.locator("a.mark").first().press("Enter");
    await page.waitForURL("**/public/check?receipt=*");
    expect(await page.locator(".verdict.ok[role=status]").count()).toBe(1);
    expect(await page.locator(".checks .ok").count()).toBe(4);
    await page.close();
  });

  it("checks a receipt pasted or chosen, in a browser without script", async () => {
    const receipt = (await server.inject(`/public/receipts/${receiptId}`)).body;
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${url}/public/en/check`);
    await page.locator("#receipt").fill(receipt);
    await page.locator("form button").click();
    expect(await page.locator("h1").textContent()).toBe("This receipt is genuine");
    await page.goto(`${url}/public`);
    const altered = Buffer.from(receipt.replace(/"index": 0/, '"index": 1'));
    await page.locator("#file").setInputFiles({ name: "r.json", mimeType: "application/json", buffer: altered });
    await page.locator("form button").click();
    expect(await page.locator(".verdict.bad[role=alert] h1").textContent()).toBe("这张回执对不上");
    expect(await page.locator(".checks li").first().locator(".bad").count()).toBeGreaterThan(0);
    await context.close();
  });

  it("narrows the list by its form, and keeps language and size in every link", async () => {
    const page = await openPage("/payments?fund=roads", { ...usual, language: "en", size: "large" });
    await page.locator("#status").selectOption("burned");
    await page.locator(".narrow button").click();
    await page.waitForURL("**/public/en/payments?*");
    expect(new URL(page.url()).searchParams.get("large")).toBe("1");
    expect(new Set(await page.locator("tbody .st").allTextContents())).toEqual(new Set(["Paid out, burned"]));
    const own = await page
      .locator("main a, nav a")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    expect(own.filter((href) => !href.startsWith("/public/en") || !href.includes("large=1"))).toEqual([]);
    await page.close();
  });

  it("prints its tables and figures without what is only for the screen", async () => {
    const page = await openPage("", usual);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("nav, form, td.mark").filter({ visible: true }).count()).toBe(0);
    expect(await page.locator("table").filter({ visible: true }).count()).toBeGreaterThan(3);
    await page.close();
  });

  it("shows texts that broke other pages as they are, and runs none of them", async () => {
    const rows = ledger.payments.slice(0, naughtyStrings.length).map((row, index) => ({
      ...{ ...row, purpose: naughtyStrings[index] ?? "" },
      payee: { ...row.payee, name: naughtyStrings[index] ?? "" },
    }));
    const naughty = await testPortalServer(testQueries({ ...ledger, payments: rows }));
    await naughty.listen({ host: "localhost", port: 0 });
    const address = naughty.server.address();
    const page = await browser.newPage();
    await page.goto(`http://localhost:${typeof address === "object" ? address?.port : 0}/public/payments`);
    expect(await page.evaluate(() => "hacked" in globalThis)).toBe(false);
    const shown = await page.locator("tbody th bdi").allTextContents();
    const isPlain = (text: string): boolean => /^[\x20-\x7e\u3000-\u9fff]+$/.test(text);
    const expected = naughtyStrings.filter(isPlain);
    expect(expected.filter((text) => !shown.includes(text))).toEqual([]);
    await page.close();
    await naughty.close();
  });
});
