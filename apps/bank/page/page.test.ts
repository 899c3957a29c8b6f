import { axeFaults } from "@mingbai/testkit/browser/axe";
import { launchBrowser } from "@mingbai/testkit/browser/launch";
import { naughtyStrings } from "@mingbai/testkit/naughty-strings";
import type { FastifyInstance } from "fastify";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readFaults } from "../books/faults.ts";
import { takeOrder } from "../books/payments.ts";
import { account, TestBooks, testClock } from "../testing/test-bank.ts";
import { testBankServer } from "../testing/test-bank-server.ts";

import { addOutside } from "../work/deposit.ts";

const clock = testClock();
const bank = new TestBooks();
let server: FastifyInstance;
let browser: Browser;
let url = "";

beforeAll(async () => {
  const creditor = { name: "晨光电梯维保有限公司", account: "62170001" };
  takeOrder(bank.books, { endToEndId: "R-2026-1", amount: 12_345, creditor }, { nowMs: clock.nowMs(), dueMs: 0 });
  server = testBankServer(bank.books, clock);
  const address = await server.listen({ host: "localhost", port: 0 });
  url = `http://localhost:${new URL(address).port}`;
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
  bank.remove();
});

describe("the bank's page", () => {
  it.each([
    ["zh", 1_200],
    ["en", 360],
  ])("in %s at %d px has no fault that axe knows, and nothing wider than it", async (language, width) => {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    await page.goto(`${url}/?lang=${language}`);
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.close();
  });

  it("takes a deposit and a fault from its forms, and stays in its language", async () => {
    const page = await browser.newPage();
    await page.goto(`${url}/?lang=en`);
    await page.getByLabel("Amount (yuan)").fill("250000");
    await page.locator("select[name=fund]").selectOption("F-1");
    await page.getByRole("button", { name: "Enter" }).click();
    await page.getByText("265,000.00").waitFor();
    await page.getByLabel("rejects").fill("2");
    await page.getByRole("button", { name: "Set" }).click();
    await page.waitForLoadState();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Escrow bank (demo)");
    expect(readFaults(bank.books).rejected).toBe(2);
    await page.close();
  });

  it("shows as text whatever payees are called and whatever stands in a remittance", async () => {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("request", (request) => request.url().startsWith(url) || faults.push(request.url()));
    // The page shows the latest hundred of each.
    for (const [at, name] of naughtyStrings.slice(0, 90).entries()) {
      const order = { endToEndId: `N-${at}`, amount: 1, creditor: { name, account: name }, remittance: name };
      takeOrder(bank.books, order, { nowMs: clock.nowMs(), dueMs: 0 });
      const what = { kind: "unknownCredit", amount: 1, fund: undefined, remittance: name } as const;
      addOutside(bank.books, what, { account, clock });
    }
    for (const language of ["zh", "en"]) {
      const answer = await page.goto(`${url}/?lang=${language}`);
      expect(await page.locator("script, iframe, img, base, svg, [onload], [onerror], [onfocus]").count()).toBe(0);
      expect(await page.locator("tbody tr").count()).toBeGreaterThan(150);
      expect(answer?.headers()["content-security-policy"]).not.toContain("unsafe");
    }
    expect(faults).toEqual([]);
    await page.close();
  });
});
