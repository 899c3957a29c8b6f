import { goTo, presses, signs } from "@mingbai/testkit/browser/at-desk";
import { balancesView } from "@mingbai/treasury/views/acts";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { demoNumber } from "../demo/demo-keys.ts";
import type { District } from "./test-district.ts";

const fund = { number: 31, code: "YX-2026" };
const office = demoNumber("district-office");
const street = demoNumber("street-office");
const loadsMax = 100;
const deposited = 20_012_345;

/**
 * A deposit typed in at the bank's page becomes money of the district's office, once, though the bank sends its lines
 * twice and the last first. Of what the street gets of it, it redeems its operating share and not a fen more; the bank
 * pays, and the payee's bank sends it back.
 */
export async function moneyFlow(district: District, bankUrl: string): Promise<void> {
  const policy = { office, operatingBasisPoints: 500 };
  await district.act("finance", "treasury.createFund", { fund: fund.number, code: fund.code, ...policy });
  const bank = await openBank(district, bankUrl);
  await deposits(bank, "200,123.45".replaceAll(",", ""));
  const tranche = await minted(district);
  const finance = await district.openAs("finance", "/redemptions?box=own");
  await finance.locator(".holdings-table tr", { hasText: fund.code }).getByText("200,123.45").first().waitFor();
  const from = { holder: office, fund: fund.number, tranche };
  await district.act("finance", "treasury.allocate", { from, to: street, amount: 10_000_099 });
  const desk = await district.openAs("street-finance", "/redemptions?box=own");
  const order = await redeemsShare(desk);
  await expect(aboveShare(district)).rejects.toMatchObject({ code: "SHARE_EXCEEDED" });
  await releases(finance, order);
  await until(desk, () => desk.locator(`#order-${order}`, { hasText: "已到账，已销毁" }).isVisible());
  await desk.locator(`#order-${order}`, { hasText: "银行流水" }).waitFor();
  await until(bank, () => bank.locator("tr", { hasText: order }).getByRole("button", { name: "退回" }).isVisible());
  await bank.locator("tr", { hasText: order }).getByRole("button", { name: "退回" }).click();
  await until(desk, () => desk.locator(`#order-${order}`, { hasText: "付后退回，钱已还" }).isVisible());
  expect(await desk.locator(".shares").textContent()).toContain("5,000.04");
  await Promise.all([bank, finance, desk].map((page) => page.context().close()));
}

async function openBank(district: District, bankUrl: string): Promise<Page> {
  const page = await (await district.browser.newContext()).newPage();
  await page.goto(`${bankUrl}/?lang=zh`);
  return page;
}

/** The bank is told to send its lines twice and the last first, then gets a deposit for the fund. */
async function deposits(bank: Page, amount: string): Promise<void> {
  await bank.getByLabel("流水重复发送").fill("1");
  await bank.getByLabel("流水倒序发送").fill("1");
  await bank.getByRole("button", { name: "设定" }).click();
  await until(bank, () => bank.locator(`select[name=fund] option[value="${fund.code}"]`).isEnabled());
  await bank.locator("select[name=fund]").selectOption(fund.code);
  await bank.getByLabel("金额（元）").fill(amount);
  await bank.getByRole("button", { name: "记账" }).click();
  await until(bank, () =>
    bank
      .locator("tr", { hasText: `/FUND/${fund.code}/` })
      .getByText("已入账")
      .isVisible(),
  );
}

/** The tranche that the deposit became: exactly its amount, in one place. */
async function minted(district: District): Promise<number> {
  await district.tablesReach();
  const { rows } = await (await district.as("finance")).ask(balancesView, { account: office, fund: fund.code });
  expect(rows.map(({ freeMinor }) => freeMinor)).toEqual([deposited]);
  return rows[0]?.tranche ?? 0;
}

/** 5 % of 100,000.99 yuan is 5,000.0495: a fen more than 5,000.04 is said to be too much, and nothing is signed. */
async function redeemsShare(desk: Page): Promise<string> {
  const row = desk.locator(".holdings-table tr", { hasText: fund.code });
  await row.getByRole("button", { name: "兑付" }).click();
  await desk.locator("#redeem-amount").fill("5,000.05");
  await desk.keyboard.press("Enter");
  await desk.getByText("这里最多能兑付 5,000.04 元").waitFor();
  expect(await desk.locator("dialog.signing").count()).toBe(0);
  await desk.locator("#redeem-amount").fill("5,000.04");
  const told = await desk.locator(".redeem-panel").getByText("单号").textContent();
  await desk.keyboard.press("Enter");
  await signs(desk);
  await row.getByText("本年运行经费的份额已用完").first().waitFor();
  return (told ?? "").replace("单号", "").trim();
}

/** What a page would not send is refused by the ledger itself. */
async function aboveShare(district: District): Promise<string> {
  const { rows } = await (await district.as("street-finance")).ask(balancesView, { account: street, fund: fund.code });
  const from = { holder: street, fund: fund.number, tranche: rows[0]?.tranche ?? 0 };
  return district.act("street-finance", "treasury.redeem", { from, amount: 1, endToEndId: "YX-OVER" });
}

/** The fund's office lets one order go to the bank. */
export async function releases(finance: Page, order: string): Promise<void> {
  await goTo(finance, "/redemptions");
  await finance.getByRole("checkbox", { name: new RegExp(order) }).check();
  await finance.locator(".act-bar .btn.p").waitFor();
  await presses(finance, "a");
  await signs(finance);
}

/** Loads the page anew until it shows what is waited for: the bank's page has no scripts, and its work has its own pace. */
export async function until(page: Page, isThere: () => Promise<boolean>): Promise<void> {
  for (let loads = 0; !(await isThere()); loads++) {
    if (loads > loadsMax) throw new Error(`it never came: ${page.url()}`);
    await page.reload();
    await page.waitForLoadState("networkidle");
  }
}
