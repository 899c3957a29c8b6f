import { goTo, presses, signs } from "@mingbai/testkit/browser/at-desk";
import { redemptionsView } from "@mingbai/treasury/views/acts";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { District } from "./test-district.ts";
import { applies, passes, pays } from "./test-matter-flow.ts";
import { releases, until } from "./test-money-flow.ts";

const asked = { title: "枫桥里第 8 期预付款", amount: "12,345.67", fund: 3 };
const amountMinor = 1_234_567;

/** From the form to the bank's payment, each person at their own desk; then from the bank's line back to the deposit. */
export async function paidFlow(district: District): Promise<void> {
  const supplier = await district.openAs("supplier-0", "/work/new");
  const path = await applies(supplier, asked);
  const manager = await district.openAs("street-manager", path);
  await passes(manager);
  const finance = await district.openAs("street-finance", `/work/pay?matter=${path.slice("/work/".length)}`);
  await pays(finance);
  await goTo(supplier, path);
  await supplier.locator(".act-bar .btn.p").waitFor();
  await presses(supplier, "a");
  await signs(supplier);
  await supplier.locator(".page-head .st", { hasText: "已确认收款" }).waitFor();
  const order = await redeems(supplier, district);
  await releases(finance, order);
  await goTo(supplier, "/redemptions?box=own");
  const row = supplier.locator(`#order-${order}`);
  await until(supplier, () => row.filter({ hasText: "已到账，已销毁" }).filter({ hasText: "银行流水" }).isVisible());
  await leadsToDeposit(supplier, order);
  await Promise.all([supplier, manager, finance].map((page) => page.context().close()));
}

async function redeems(supplier: Page, district: District): Promise<string> {
  await goTo(supplier, "/redemptions");
  await supplier.getByRole("button", { name: /^兑付/ }).first().click();
  await supplier.locator("#redeem-amount").fill(asked.amount);
  await supplier.keyboard.press("Enter");
  await signs(supplier);
  const { rows } = await (await district.as("supplier-0")).ask(redemptionsView, { state: "locked" });
  const order = rows.find((row) => row.amountMinor === amountMinor);
  if (order === undefined) throw new Error("the order is not there");
  return order.endToEndId;
}

/** One click on the order's way back opens the track with the deposit's bank line; a second one proves that deposit. */
async function leadsToDeposit(supplier: Page, order: string): Promise<void> {
  await supplier.locator(`#order-${order} a`).first().click();
  const deposit = supplier.locator("table.steps tbody tr").first();
  await deposit.waitFor();
  expect(await deposit.textContent()).toMatch(/存入并发行.*银行流水 /);
  await deposit.locator(".mark-cell button").click();
  await supplier.locator(".receipt-pane .note.ok").waitFor();
}
