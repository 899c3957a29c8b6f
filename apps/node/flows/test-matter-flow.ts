import { goTo, presses, signs } from "@mingbai/testkit/browser/at-desk";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { District } from "./test-district.ts";

const reason = "写明是第几期、完成了多少";
const opinion = "路段在我局清单里，同意";
const missing = "少到账 500.00 元";
const answer = "银行分两笔入账，第二笔今日到";

/** Fills in an application of a supplier to the street, and sends it. Gives the address of the matter's page. */
export async function applies(
  page: Page,
  { title, amount, fund }: { title: string; amount: string; fund: number },
): Promise<string> {
  await page.locator("#apply-to").selectOption("qingshi-street");
  await page.locator("#apply-fund").selectOption(String(fund));
  await page.locator("#apply-title").fill(title);
  await page.locator("#apply-amount").fill(amount);
  await page.locator("#apply-proposal").fill("合同约定的款项");
  await page.keyboard.press("Control+Enter");
  await signs(page);
  await page.waitForURL(/\/work\/[0-9a-f]{64}$/);
  return new URL(page.url()).pathname;
}

/** The reviewer finds every field in order, and passes. */
export async function passes(page: Page): Promise<void> {
  await page.locator(".verdict-buttons").first().waitFor();
  await presses(page, "a");
  await page.locator(".act-bar .btn.p").waitFor();
  await presses(page, "a");
  await signs(page);
}

/** Returned with a reason for one field, corrected, asked of another department, passed, paid, disputed, answered, confirmed. */
export async function matterFlow(district: District): Promise<void> {
  const supplier = await district.openAs("supplier-0", "/work/new");
  const path = await applies(supplier, { title: "东溪路面修补，第 2 期", amount: "30,000.00", fund: 3 });
  const manager = await district.openAs("street-manager", path);
  await returns(manager);
  await corrects(supplier, path);
  await asksAnother(manager, path);
  const adviser = await district.openAs("civil-manager", path);
  await says(adviser, opinion, { agree: true });
  await goTo(manager, path);
  await manager.getByText(opinion).first().waitFor();
  await passes(manager);
  const finance = await district.openAs("street-finance", `/work/pay?matter=${path.slice("/work/".length)}`);
  await pays(finance);
  await disputes(supplier, finance, path);
  await Promise.all([supplier, manager, adviser, finance].map((page) => page.context().close()));
}

async function returns(manager: Page): Promise<void> {
  await manager.locator(".verdict-buttons").first().waitFor();
  await presses(manager, "5");
  await manager.waitForFunction(() => document.activeElement?.id === "how-proposal");
  await manager.keyboard.type(reason);
  await manager.getByRole("button", { name: "写法不清楚" }).click();
  await manager.locator(".act-bar .btn.p", { hasText: "退回补正（1 处）" }).click();
  await signs(manager);
  await manager.locator(".page-head .st", { hasText: "退回补正" }).waitFor();
}

/** The applicant reads the reason where it belongs, changes two fields, and sends the second version. */
async function corrects(supplier: Page, path: string): Promise<void> {
  await goTo(supplier, path);
  await supplier.getByText(reason).first().waitFor();
  await presses(supplier, "a");
  await supplier.waitForURL(/\/work\/new\?matter=/);
  await supplier.getByText(reason).first().waitFor();
  await supplier.locator("#apply-amount").fill("29,500.00");
  await supplier.locator("#apply-proposal").fill("第 2 期，完成 740 米，附监理月报");
  await supplier.keyboard.press("Control+Enter");
  await signs(supplier);
  await supplier.waitForURL(`**${path}`);
}

/** The reviewer sees what differs from the first version, and asks the civil affairs bureau in one touch. */
async function asksAnother(manager: Page, path: string): Promise<void> {
  await goTo(manager, path);
  expect(await manager.locator(".field-table del").allTextContents()).toEqual(
    expect.arrayContaining([expect.stringContaining("30,000.00"), expect.stringContaining("合同约定的款项")]),
  );
  expect(await manager.locator(".field-table").textContent()).toContain("29,500.00");
  await presses(manager, "f");
  await manager.getByRole("button", { name: "澜湾区民政局" }).click();
  await signs(manager);
}

async function says(page: Page, words: string, { agree }: { agree: boolean }): Promise<void> {
  await page.locator(".act-bar .btn.p").waitFor();
  await presses(page, "a");
  if (agree) await page.getByLabel("同意", { exact: true }).check();
  await page.locator(".act-panel textarea").fill(words);
  await page.keyboard.press("Control+Enter");
  await signs(page);
}

export async function pays(finance: Page): Promise<void> {
  await finance.locator(".pay-table").waitFor();
  await presses(finance, "a");
  await signs(finance);
  await finance.locator(".note.ok").waitFor();
}

/** The receiver says what is wrong, the payer answers, and the receiver, who looked again, confirms. */
async function disputes(supplier: Page, finance: Page, path: string): Promise<void> {
  await goTo(supplier, path);
  await supplier.locator(".act-bar .btn.p").waitFor();
  await presses(supplier, "r");
  await supplier.locator(".act-panel textarea").fill(missing);
  await supplier.keyboard.press("Control+Enter");
  await signs(supplier);
  await goTo(finance, path);
  await finance.getByText(missing).first().waitFor();
  await says(finance, answer, { agree: false });
  await goTo(supplier, path);
  await supplier.getByText(answer).first().waitFor();
  await presses(supplier, "a");
  await signs(supplier);
  await supplier.locator(".page-head .st", { hasText: "已确认收款" }).waitFor();
}
