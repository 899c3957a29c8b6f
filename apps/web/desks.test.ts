import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readWorkbook } from "@mingbai/tabular/workbook/read-workbook";
import { axeFaults } from "@mingbai/testkit/browser/axe";
import { lookFaults } from "@mingbai/testkit/browser/look-faults";
import { looks } from "@mingbai/testkit/browser/looks";
import { deskStatement } from "@mingbai/testkit/browser/mock/mock-days";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openPage, shots, signed, usePages } from "./test-work-pages.ts";

usePages();

/** The bank's statement of the day: one amount differs, one line the ledger does not have. */
function statementFile({ faulty }: { faulty: boolean }) {
  return { name: "statement.xml", mimeType: "application/xml", buffer: Buffer.from(deskStatement({ faulty })) };
}

async function choose(page: Page, file: ReturnType<typeof statementFile>) {
  await page.locator("#statement-file").setInputFiles(file);
  await page.locator(".day-desk").waitFor();
}

describe("the desks of redemption and reconciliation", () => {
  it.each(looks)(
    "are clean for axe and have no sideways scroll: $language $size $theme $width px",
    async (look) => {
      for (const [role, routes] of [
        ["finance", ["/redemptions", "/redemptions?box=own", "/reconciliation"]],
        ["supplier", ["/redemptions"]],
      ] as const) {
        const { page, faults, goWithin } = await openPage(role, "/", look);
        for (const route of routes) {
          await goWithin(route);
          if (route === "/reconciliation") {
            await choose(page, statementFile({ faulty: true }));
            await page.keyboard.press("j");
            await page.keyboard.press("Enter");
          }
          const name = `${role}${route.replaceAll(/[^a-z]/g, "-")}-${Object.values(look).join("-")}.png`;
          const picture = join(shots, name);
          expect(await lookFaults(page, { picture }), `${route} (${picture})`).toEqual([]);
          expect(faults, route).toEqual([]);
        }
      }
    },
    120_000,
  );
});

describe("the redemption desk", () => {
  it("lets a supplier redeem a part, by keyboard, and says what is wrong with an amount", async () => {
    const { page, session } = await openPage("supplier", "/redemptions");
    await page.getByText("已冻结，监管部门解除后才能兑付").waitFor();
    await page.getByRole("button", { name: "兑付" }).first().click();
    await page.keyboard.type("360000.01");
    await page.keyboard.press("Enter");
    await page.getByText("这里最多能兑付 360,000.00 元").waitFor();
    await page.locator("#redeem-amount").fill("1,200.50");
    await page.keyboard.press("Enter");
    await page.locator("dialog.signing").waitFor();
    await page.keyboard.press("Enter");
    await signed(page);
    expect(session.commands).toMatchObject([
      { name: "treasury.redeem", input: { from: { fund: 1, tranche: 7 }, amount: 120_050 } },
    ]);
    await page.locator(".redeem-panel").waitFor({ state: "detached" });
    expect(await page.locator("#order-DF-6").textContent()).toContain("收款账户已经销户");
  });

  it("releases several with one signature, and says beside the others why not", async () => {
    const { page, session } = await openPage("finance", "/redemptions");
    await page.locator("#order-DF-1").waitFor();
    expect(await page.locator(".orders-table input[type=checkbox]").count()).toBe(2);
    expect(await page.locator("#order-DF-3").textContent()).toContain("您自己申请的，要另一位财务监理放行");
    for (const key of ["j", "x", "j", "x", "j", "x", "a"]) await page.keyboard.press(key);
    const totals = await page.locator("dialog.signing .signing-totals").textContent();
    expect(totals).toContain("20,000.50 元");
    await page.keyboard.press("Enter");
    await signed(page);
    expect(session.commands).toMatchObject([
      { name: "treasury.releaseOrders", input: { endToEndIds: ["DF-1", "DF-2"] } },
    ]);
    await page.getByText("2 张已放行，合计 20,000.50 元，已入账本").waitFor();
  });

  it("shows an office what it may still redeem this year, and what that is made of", async () => {
    const { page } = await openPage("finance", "/redemptions?box=own");
    await page.locator(".shares .figure").click();
    const opened = await page.locator(".figure-open").textContent();
    expect(opened).toContain("45,000.00");
    expect(opened).toContain("\u221210,000.00");
  });
});

describe("the reconciliation desk", () => {
  it("finds what differs, explains it with both sides, and exports what is seen", async () => {
    const { page } = await openPage("finance", "/reconciliation");
    await choose(page, statementFile({ faulty: true }));
    await page.getByText("有 2 项不一样，都有名目，加上以后两边相等。").waitFor();
    expect(await page.locator(".differs button").allTextContents()).toEqual([
      expect.stringContaining("金额不一样"),
      expect.stringContaining("账本没有"),
    ]);
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    expect(await page.locator(".difference-detail").textContent()).toContain("银行比账本多 720.00");
    expect(await page.locator(".difference-detail a").count()).toBe(2);
    await page.keyboard.press("x");
    expect(await page.locator(".differs button").count()).toBe(4);
    const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("e")]);
    expect((await readFile(await file.path(), "utf8")).trim().split("\r\n")).toHaveLength(5);
    const [book] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Shift+E")]);
    const { rows } = await readWorkbook(await readFile(await book.path()));
    expect(rows).toHaveLength(5);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".close-steps").isVisible()).toBe(true);
  });

  it("says that both sides meet, and what is wrong with a file that is no statement", async () => {
    const { page } = await openPage("finance", "/reconciliation");
    const broken = { name: "a.xml", mimeType: "text/xml", buffer: Buffer.from("<Document/>") };
    await page.locator("#statement-file").setInputFiles(broken);
    await page.locator(".statement-form [role=alert]").waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await choose(page, statementFile({ faulty: false }));
    await page.getByText("两边对上了：3 笔都一致，余额相等。").waitFor();
  });
});
