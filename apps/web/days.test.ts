import { join } from "node:path";
import { lookFaults } from "@mingbai/testkit/browser/look-faults";
import { type Look, looks, usual } from "@mingbai/testkit/browser/looks";
import { type DayScene, deskSigned, deskStatement, mockDays } from "@mingbai/testkit/browser/mock/mock-days";
import { describe, expect, it } from "vitest";
import { openPage, shots, signed, usePages } from "./test-work-pages.ts";

usePages();

const open = async (scene: DayScene, look: Look = usual) =>
  openPage("finance", "/reconciliation", look, mockDays(scene));

describe("a bank day at the desk", () => {
  it.each(looks)(
    "is clean for axe and has no sideways scroll: $language $size $theme $width px",
    async (look) => {
      for (const scene of ["differs", "agreed", "closed"] as const) {
        const { page, faults } = await open(scene, look);
        await page.locator(".close-panel").waitFor();
        if (scene === "differs") await page.locator(".differs button").first().click();
        const picture = join(shots, `day-${scene}-${Object.values(look).join("-")}.png`);
        expect(await lookFaults(page, { picture, isWhole: true }), picture).toEqual([]);
        expect(faults, scene).toEqual([]);
      }
    },
    120_000,
  );

  it("says that minting is stopped and why, and lets the second person agree", async () => {
    const { page, session } = await open("differs");
    await page.getByText("新的发行已暂停").waitFor();
    expect(await page.locator(".open-differences li").count()).toBe(1);
    await page.getByText("还有 1 项差异没有了结，不能签发").waitFor();
    await page.locator(".open-differences").getByRole("button", { name: "同意处理" }).click();
    await page.keyboard.press("Enter");
    await signed(page);
    expect(session.commands).toMatchObject([
      { name: "treasury.settleDifference", input: { reference: "MZ26111900402", kind: "amountDiffers" } },
    ]);
  });

  it("reports what differs from its row, and proposes how to settle what is reported", async () => {
    const { page, session } = await open("differs");
    await page.locator(".differs button").nth(1).click();
    await page.getByRole("button", { name: "登记差异，暂停发行" }).click();
    await page.keyboard.press("Enter");
    await signed(page);
    await page.locator(".open-differences select").selectOption("accepted");
    await page.getByRole("button", { name: "改提这个意见" }).first().click();
    await page.keyboard.press("Enter");
    await signed(page);
    expect(session.commands).toMatchObject([
      {
        name: "treasury.reportDifference",
        input: { kind: "missingOnLedger", reference: "MZ26111900931", effect: -2_600 },
      },
      { name: "treasury.proposeSettlement", input: { reference: "MZ26111900402", resolution: "accepted" } },
    ]);
  });

  it("signs a day that agrees, over the bank's signed balance", async () => {
    const { page, session } = await open("agreed");
    await page.getByText("签的就是这一份").waitFor();
    await page.keyboard.press("s");
    await page.locator("dialog.signing").waitFor();
    await page.keyboard.press("Enter");
    await signed(page);
    const { file, closingBalance } = deskSigned({ faulty: false });
    expect(session.commands).toMatchObject([
      {
        name: "treasury.closeBankDay",
        input: {
          day: "2026-11-19",
          statement: { file, closingBalance },
          ledger: { height: 3_000, outstanding: closingBalance, suspense: 0 },
          items: [],
        },
      },
    ]);
  });

  it("is not signed without the bank's signature, nor with that of another statement", async () => {
    const { page } = await open("agreed");
    const xml = { name: "s.xml", mimeType: "text/xml", buffer: Buffer.from(deskStatement({ faulty: true })) };
    const json = (faulty: boolean) => ({
      name: "s.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(deskSigned({ faulty }))),
    });
    await page.locator("#statement-file").setInputFiles([xml]);
    await page.getByText("没有银行的签名").waitFor();
    await page.locator("#statement-file").setInputFiles([xml, json(false)]);
    await page.getByText("签名不是这一份对账单的").waitFor();
    await page.locator("#statement-file").setInputFiles([xml, json(true)]);
    await page.getByText("还有 1 项没有查清").waitFor();
  });

  it("shows who has signed a closed day, and asks for no more", async () => {
    const { page } = await open("closed");
    await page.getByRole("button", { name: "下载日终证明" }).waitFor();
    expect(await page.locator(".close-steps .ok").count()).toBe(3);
    expect(await page.getByRole("button", { name: /签发日终证明/ }).count()).toBe(0);
    await page.locator(".day-strip li button").first().click();
    await page.locator(".day-strip li button[aria-current=date]").first().waitFor();
  });
});
