import { join } from "node:path";
import { lookFaults } from "@mingbai/testkit/browser/look-faults";
import { looks } from "@mingbai/testkit/browser/looks";
import { describe, expect, it } from "vitest";
import { openPage, shots, usePages } from "./test-work-pages.ts";

usePages();

describe("the page of levels", () => {
  it.each(looks)(
    "is clean for axe and has no sideways scroll: $language $size $theme $width px",
    async (look) => {
      const { page, faults } = await openPage("manager", "/levels", look);
      const picture = join(shots, `levels-${Object.values(look).join("-")}.png`);
      expect(await lookFaults(page, { picture, isWhole: true }), picture).toEqual([]);
      expect(faults).toEqual([]);
    },
    60_000,
  );

  it("says of one organisation's ledger that only its operator vouches for it, and shows the evidence of two histories", async () => {
    const { page } = await openPage("manager", "/levels");
    const north = page.locator("tr", { hasText: "北桥县" }).first();
    await north.getByText("只凭运营方信用").waitFor();
    expect(await north.getByText("拜占庭").count()).toBe(0);
    const west = page.locator("tr", { hasText: "西岭县" }).first();
    await west.getByText("出现两套历史，已冻结").waitFor();
    expect(await west.getByRole("link", { name: "看证据" }).getAttribute("href")).toMatch(
      /^\/ledger\/transactions\/[0-9a-f]{64}$/,
    );
    await page.getByText("被拒：收款账户不能收").waitFor();
    await page.getByRole("link", { name: "提案改“与其他账本的联系”" }).click();
    await page.getByText("打开名册文件").waitFor();
  });
});
