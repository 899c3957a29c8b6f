import { join } from "node:path";
import { lookFaults } from "@mingbai/testkit/browser/look-faults";
import { looks, usual } from "@mingbai/testkit/browser/looks";
import { mockOfficeAnswers } from "@mingbai/testkit/browser/mock/mock-office";
import { describe, expect, it } from "vitest";
import { openPage, shots, signed, usePages } from "./test-work-pages.ts";

usePages();

describe("the regulator's page", () => {
  it.each(looks)(
    "is clean for axe and has no sideways scroll: $language $size $theme $width px",
    async (look) => {
      const { page, faults } = await openPage("regulator", "/regulator?text=a", look);
      const picture = join(shots, `regulator-${Object.values(look).join("-")}.png`);
      expect(await lookFaults(page, { picture, isWhole: true }), picture).toEqual([]);
      expect(faults).toEqual([]);
    },
    60_000,
  );

  it("finds, freezes and lets go by keyboard, each with a signature", async () => {
    const { page, session } = await openPage("regulator", "/regulator");
    await page.getByText("冻结中，1 项").waitFor();
    await page.getByLabel("名称、账号、批次").fill("没有");
    await page.keyboard.press("Enter");
    await page.getByText("没有找到").waitFor();
    await page.getByLabel("名称、账号、批次").fill("禾塘");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "冻结明州禾塘建设工程有限公司的账户", exact: true }).press("Enter");
    await page.getByLabel("说明").fill("发票和合同对不上");
    await page.keyboard.press("Enter");
    await page.getByText("在解冻以前，这里的钱不能拨、付、兑付").waitFor();
    await page.keyboard.press("Enter");
    await signed(page);
    await page.getByText("已冻结明州禾塘建设工程有限公司的账户，已入账本").waitFor();
    await page
      .getByRole("button", { name: /^解冻老旧小区改造资金第 5 批/ })
      .last()
      .press("Enter");
    await page.getByRole("button", { name: /签名解冻/ }).waitFor();
    await page.keyboard.press("Enter");
    await signed(page);
    expect(session.commands).toMatchObject([
      { name: "governance.freeze", input: { target: { kind: "account" }, reason: "suspectedFraud" } },
      { name: "governance.unfreeze", input: { target: { kind: "tranche", tranche: 5 } } },
    ]);
  });

  it("stops an organisation from its page, with a reason and a signature", async () => {
    const { page, session } = await openPage("regulator", "/people/organisations/qingshi", usual, mockOfficeAnswers);
    await page.getByRole("button", { name: "停用这家机构" }).click();
    await page.getByLabel("原因").selectOption("courtOrder");
    await page.getByLabel("说明").fill("法院通知");
    await page.getByRole("button", { name: "去签名" }).click();
    await page.getByText("它的人从现在起什么都不能办").waitFor();
    await page.keyboard.press("Enter");
    await signed(page);
    const target = { kind: "organisation", organisation: "qingshi" };
    expect(session.commands).toMatchObject([{ name: "governance.freeze", input: { target, reason: "courtOrder" } }]);
  });

  it("is reached from an order, by the regulator alone", async () => {
    const { page } = await openPage("regulator", "/redemptions?box=all");
    await page.locator("#order-DF-1").getByRole("link", { name: "冻结DF-1" }).click();
    await page.getByRole("button", { name: /^冻结明州禾塘/ }).waitFor();
    const other = await openPage("finance", "/redemptions?box=all");
    expect(await other.page.getByRole("link", { name: /^冻结/ }).count()).toBe(0);
    await other.go("/regulator");
    await other.page.getByText("这里是监管和审计的页面").waitFor();
  });
});
