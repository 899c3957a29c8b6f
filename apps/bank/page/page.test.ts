import { axeFaults } from "@mingbai/testkit/browser/axe";
import { launchBrowser } from "@mingbai/testkit/browser/launch";
import type { FastifyInstance } from "fastify";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readFaults } from "../books/faults.ts";
import { takeOrder } from "../books/payments.ts";
import { TestBooks, testClock } from "../testing/test-bank.ts";
import { testBankServer } from "../testing/test-bank-server.ts";

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
});
