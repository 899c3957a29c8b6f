import { goTo } from "@mingbai/testkit/browser/at-desk";
import { expect } from "vitest";
import { demoNumber } from "../demo/demo-keys.ts";
import type { District } from "./test-district.ts";

/** The regulator sees matters and orders of everybody; what it freezes nobody redeems, and sees why, until it is let go. */
export async function regulatorFlow(district: District): Promise<void> {
  const target = { kind: "account", account: demoNumber("supplier-1") };
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
  await district.act("regulator", "treasury.freeze", { target });
  await goTo(supplier, "/redemptions");
  await supplier.getByText("已冻结，监管部门解除后才能兑付").first().waitFor();
  expect(await redeems.count()).toBe(0);
  await district.act("regulator", "treasury.unfreeze", { target });
  await goTo(supplier, "/redemptions");
  await redeems.first().waitFor();
  await Promise.all([supplier, regulator].map((page) => page.context().close()));
}
