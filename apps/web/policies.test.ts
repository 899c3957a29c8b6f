import { join } from "node:path";
import { lookFaults } from "@mingbai/testkit/browser/look-faults";
import { looks } from "@mingbai/testkit/browser/looks";
import { mockHouseholdId } from "@mingbai/testkit/browser/mock/mock-household";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openPage, shots, signed, usePages } from "./test-work-pages.ts";

usePages();

async function lookAt(page: Page, name: string): Promise<void> {
  const picture = join(shots, `${name}.png`);
  expect(await lookFaults(page, { picture, isWhole: true }), picture).toEqual([]);
  expect(await page.locator("h1").count(), name).toBe(1);
}

describe("the pages of policies", () => {
  it.each(looks)(
    "are clean for axe and have no sideways scroll: $language $size $theme $width px",
    async (look) => {
      const name = (page: string) => `policies ${page}-${look.language}-${look.size}-${look.width}`;
      const { page, faults, goWithin } = await openPage("grid", "/policies", look);
      await page.locator(".policy-conditions summary").first().click();
      await lookAt(page, name("in force"));
      await goWithin("/policies/new");
      await page.locator(".policy-condition summary").first().click();
      await page.getByRole("button", { name: /看会影响谁|See whom/ }).click();
      await page.locator(".policy-targets table").first().waitFor();
      await page.locator(".policy-yardsticks summary").click();
      await lookAt(page, name("new"));
      expect(faults).toEqual([]);
    },
    120_000,
  );
});

describe("a policy", () => {
  it("says in words whom it takes in, within which days, and by which rule", async () => {
    const { page } = await openPage("grid", "/policies");
    const words = await page.locator(".policies-page").textContent();
    expect(words).toContain("8,700.00 元");
    expect(words).toContain("人均年收入 … 元，监测线 … 元");
    expect(words).toContain("income.isBelow");
    expect(await page.locator("#policy-days ~ dl dd").allTextContents()).toEqual([
      "3 天",
      "5 天",
      "7 天",
      "5 天",
      "180 天",
    ]);
  });

  it("is held beside the one in force before it is proposed, and each number opens its files", async () => {
    const { page } = await openPage("grid", "/policies/new");
    await page.getByLabel("监测线", { exact: true }).fill("12,000");
    await page.getByRole("button", { name: "看会影响谁" }).click();
    const gained = page.getByRole("button", { name: "新纳入，15 户，看是哪些户" });
    await gained.click();
    const first = page.locator("dialog.drawer a").first();
    expect(await first.getAttribute("href")).toBe(`/registry/${mockHouseholdId}`);
    await page.keyboard.press("Escape");
    expect(await page.locator(".policy-targets h2").allTextContents()).toEqual([
      "会影响谁",
      "现行政策和新版本",
      "新版本和别的量法",
      "现行政策和别的量法",
      "谁能退出",
      "退出：现行政策和新版本",
      "退出：新版本和别的量法",
      "退出：现行政策和别的量法",
    ]);
    await page.getByRole("button", { name: "不再能退出，3 户，看是哪些户" }).waitFor();
    await page.getByRole("button", { name: "两个版本都不能退出，31 户，看是哪些户" }).click();
    expect(await page.locator("dialog.drawer a").count()).toBe(8);
    await page.keyboard.press("Escape");
    await page.locator(".policy-yardsticks summary").click();
    expect(await page.locator(".policy-yardsticks").textContent()).toContain("饮水不安全：25 %");
  });

  it("says at once whom a longer observation keeps in: months and conditions of exit are asked about, too", async () => {
    const { page, session } = await openPage("grid", "/policies/new");
    expect(session.commands).toEqual([]);
    const asked = page.waitForRequest((request) => request.url().includes("policyTargets"));
    await page.getByLabel("退出前监测的月数", { exact: true }).fill("12");
    await page.getByRole("button", { name: "看会影响谁" }).click();
    const draft = new URL((await asked).url()).searchParams.get("draft") ?? "{}";
    expect(JSON.parse(draft)).toMatchObject({ exit: { incomeMonths: 6, observationMonths: 12 } });
  });

  it("is not proposed with a rule that cannot be judged, nor without words", async () => {
    const { page } = await openPage("grid", "/policies/new");
    const propose = page.getByRole("button", { name: "提交投票" });
    await propose.click();
    expect(await page.locator(".policy-form [role=alert]").textContent()).toBe("请写理由");
    await page.getByLabel("为什么要改").fill("物价涨了");
    await page.locator(".policy-condition summary").first().click();
    await page.getByLabel("判定规则").first().fill("h.nothing > 1");
    await propose.click();
    expect(await page.locator(".policy-form [role=alert]").textContent()).toContain("判不了");
  });

  it("goes to the vote as a whole text, under the next number", async () => {
    const { page, session } = await openPage("grid", "/policies/new");
    await page.getByLabel("监测线", { exact: true }).fill("9,200");
    await page.getByLabel("公示", { exact: true }).fill("10");
    await page.getByRole("checkbox", { name: "住在本县的村" }).uncheck();
    await page.getByLabel("为什么要改").fill("物价涨了");
    await page.getByRole("button", { name: "提交投票" }).click();
    await page.keyboard.press("Enter");
    await signed(page);
    const { name, input } = session.commands.at(-1) ?? { name: "", input: {} };
    expect(name).toBe("governance.propose");
    expect(input.change).toMatchObject({
      kind: "entryPolicy",
      policy: {
        version: 2,
        incomeLine: 920_000,
        days: { publicNotice: 10 },
        conditions: [{ id: "income" }, { id: "nothingRed" }],
      },
    });
  });
});
