import { goTo, signs } from "@mingbai/testkit/browser/at-desk";
import { expect } from "vitest";
import { demoNumber } from "../demo/demo-keys.ts";
import type { District } from "./test-district.ts";

/** The regulator sees matters and orders of everybody; what it freezes nobody redeems, and sees why, until it is let go. */
export async function regulatorFlow(district: District): Promise<void> {
  const supplier = await district.openAs("supplier-1", "/redemptions");
  const redeems = supplier.locator(".holdings-table").getByRole("button", { name: "兑付" });
  await redeems.first().waitFor();
  const regulator = await district.openAs("regulator", "/work?box=all");
  await regulator.locator("tr[data-matter]").first().waitFor();
  const applicants = await regulator.locator("tr[data-matter] th").allTextContents();
  expect(new Set(applicants).size).toBeGreaterThan(3);
  await goTo(regulator, "/redemptions?box=all");
  const holders = await regulator.locator(".orders-table tbody th > span:first-child").allTextContents();
  expect(new Set(holders).size).toBeGreaterThan(1);
  await goTo(regulator, "/regulator");
  await regulator.getByLabel("名称、账号、批次").fill(demoNumber("supplier-1"));
  await regulator.keyboard.press("Enter");
  await regulator.getByRole("button", { name: /^冻结.*的账户$/ }).click();
  await regulator.getByLabel("说明").fill("发票和合同对不上");
  await regulator.getByRole("button", { name: "去签名" }).click();
  await signs(regulator);
  const frozen = regulator.locator(".freeze-table tr", { hasText: "已冻结" }).last();
  await frozen.getByRole("link", { name: "澜湾区审计局" }).waitFor();
  await goTo(supplier, "/redemptions");
  await supplier.getByText("已冻结，监管部门解除后才能兑付").first().waitFor();
  expect(await redeems.count()).toBe(0);
  await frozen.getByRole("button", { name: /^解冻.*的账户$/ }).click();
  await signs(regulator);
  await regulator.getByText("现在没有冻结的").waitFor();
  await goTo(supplier, "/redemptions");
  await redeems.first().waitFor();
  await Promise.all([supplier, regulator].map((page) => page.context().close()));
}
