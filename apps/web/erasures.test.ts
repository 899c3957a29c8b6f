import { join } from "node:path";
import { lookFaults } from "@mingbai/testkit/browser/look-faults";
import { looks } from "@mingbai/testkit/browser/looks";
import { mockErasureIds } from "@mingbai/testkit/browser/mock/mock-erasures";
import { mockHouseholdId, mockPeopleOfHousehold } from "@mingbai/testkit/browser/mock/mock-household";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openPage, shots, signed, usePages } from "./test-work-pages.ts";

usePages();

const list = "/registry/erasures";
async function lookAt(page: Page, name: string): Promise<void> {
  const picture = join(shots, `${name}.png`);
  expect(await lookFaults(page, { picture, isWhole: true }), picture).toEqual([]);
  expect(await page.locator("h1").count(), name).toBe(1);
}

async function opens(page: Page, purpose: string): Promise<void> {
  await page.getByRole("button", { name: purpose, exact: true }).click();
  await page.locator(".erase-choices").waitFor();
}

describe("the pages of erasures", () => {
  it.each(looks)(
    "are clean for axe and have no sideways scroll: $language $size $theme $width px",
    async (look) => {
      const name = (page: string) => `erasures ${page}-${look.language}-${look.size}-${look.width}`;
      const { page, faults, goWithin } = await openPage("grid", list, look);
      await page.locator(".tbl tbody tr").first().waitFor();
      await lookAt(page, name("list"));
      for (const [state, id] of Object.entries(mockErasureIds)) {
        await goWithin(`${list}/${id}`);
        await page.locator(".erasure-steps").waitFor();
        await lookAt(page, name(state));
      }
      await goWithin(`${list}/0000000000000001`);
      await lookAt(page, name("unknown"));
      await goWithin(`/registry/${mockHouseholdId}/erase`);
      await opens(page, look.language === "zh" ? "走访" : "visit");
      await lookAt(page, name("ask"));
      expect(faults).toEqual([]);
    },
    180_000,
  );

  it("say who is missing, and hand out the proof only where nobody is", async () => {
    const { page, go } = await openPage("grid", `${list}/${mockErasureIds.owed}`);
    const steps = page.locator(".erasure-steps > li");
    await steps.first().waitFor();
    expect(await steps.allTextContents()).toEqual([
      expect.stringContaining("提出申请"),
      expect.stringContaining("已批准"),
      expect.stringContaining("枫溪镇政府已删除"),
      expect.stringContaining("澜湾区审计局还没有声明"),
    ]);
    expect(await page.getByRole("button", { name: "下载证明" }).count()).toBe(0);
    await go(`${list}/${mockErasureIds.complete}`);
    await page.getByRole("button", { name: "下载证明" }).waitFor();
    expect(await page.locator("main").textContent()).not.toContain("何远舟");
  });

  it("let who may decide sign it, and show what is owed then", async () => {
    const { page, session } = await openPage("grid", `${list}/${mockErasureIds.open}`);
    await page.getByRole("button", { name: "批准删除" }).click();
    await page.locator("dialog.signing").waitFor();
    await page.keyboard.press("Enter");
    await signed(page);
    expect(session.commands.at(-1)).toMatchObject({
      name: "registry.decideErasure",
      input: { erasure: mockErasureIds.open, approve: true },
    });
    await page.getByText("枫溪镇政府还没有声明").waitFor();
  });

  it("ask for files of people who were chosen, with the ground, and for none where nobody was", async () => {
    const { page, session } = await openPage("grid", `/registry/${mockHouseholdId}/erase`);
    await opens(page, "走访");
    await page.locator("form button[type=submit]").click();
    await page.getByText("先选至少一份档案").waitFor();
    await page.getByLabel("何远舟").check();
    await page.locator("select").selectOption("ownWish");
    await page.locator("form button[type=submit]").click();
    await page.locator("dialog.signing").waitFor();
    await page.keyboard.press("Enter");
    await signed(page);
    expect(session.commands.at(-1)).toMatchObject({
      name: "registry.requestErasure",
      input: { ground: "ownWish", subjects: [mockPeopleOfHousehold.son] },
    });
    await page.waitForURL(/\/registry\/erasures$/);
  });
});
