import { join } from "node:path";
import { lookFaults } from "@mingbai/testkit/browser/look-faults";
import { type Look, looks, usual, watchFaults } from "@mingbai/testkit/browser/looks";
import { mockNowMs } from "@mingbai/testkit/browser/mock/mock-matters";
import { mockWork } from "@mingbai/testkit/browser/mock/mock-work";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { newPage, serveWork, shots, usePages } from "./test-work-pages.ts";

usePages();

const say = (zh: string, en: string) => ({ zh, en });
const words = {
  edit: say("改这张表", "Change this form"),
  add: say("在“住房和饮水”里加一项", "Add a field to House and water"),
  zh: say("名称（中文）", "Name in Chinese"),
  en: say("名称（英文）", "Name in English"),
  id: say("字段名", "Field id"),
  type: say("怎么填", "What it takes"),
  put: say("放进表里", "Put it into the form"),
  propose: say("提议这一版", "Propose this version"),
  why: say("为什么改", "Why it is changed"),
} as const;

async function openForm(look: Look) {
  const work = mockWork("manager");
  const server = await serveWork(work, {});
  const page = await newPage(look, work.keyId);
  const faults = watchFaults(page);
  await page.clock.setFixedTime(mockNowMs);
  await page.goto(`${server.url}/registry/form`);
  await page.locator(".form-tables").waitFor();
  const t = (name: keyof typeof words) => words[name][look.language];
  return { page, faults, t };
}

async function lookAt(page: Page, name: string): Promise<void> {
  const picture = join(shots, `${name}.png`);
  expect(await lookFaults(page, { picture, isWhole: true }), picture).toEqual([]);
}

describe("the page of the form", () => {
  it.each(looks)(
    "is clean for axe and has no sideways scroll, shown, changed and tried: $language $size $theme $width px",
    async (look) => {
      const name = (step: string) => `form-${step}-${look.language}-${look.size}-${look.width}`;
      const { page, faults, t } = await openForm(look);
      await lookAt(page, name("shown"));
      await page.getByRole("button", { name: t("edit") }).click();
      await page.getByRole("button", { name: t("add") }).click();
      await lookAt(page, name("editor"));
      await page.keyboard.press("Escape");
      await page.locator(".form-preview > summary").click();
      await lookAt(page, name("preview"));
      expect(faults).toEqual([]);
    },
    120_000,
  );

  it("takes a new field, says what that changes and what is wrong, and keeps it over a reload", async () => {
    const { page, t } = await openForm(usual);
    await page.getByRole("button", { name: t("edit") }).click();
    await page.getByRole("button", { name: t("add") }).click();
    await page.getByLabel(t("zh"), { exact: true }).fill("光伏板");
    await page.getByRole("button", { name: t("put") }).click();
    await page.getByRole("alert").getByText(t("id")).waitFor();
    await page.getByLabel(t("en"), { exact: true }).fill("Solar panels");
    await page.getByLabel(t("id"), { exact: true }).fill("solarPanels");
    await page.getByLabel(t("type"), { exact: true }).selectOption("yesNo");
    await page.getByRole("button", { name: t("put") }).click();
    await page.getByText("新加的一项（户）：光伏板").waitFor();
    await page.getByRole("button", { name: "停用“住址”" }).click();
    await page.getByText("“住址”每份档案都要用，不能停用").waitFor();
    expect(await page.getByRole("button", { name: t("propose") }).isDisabled()).toBe(true);
    await page.reload();
    await page.getByRole("button", { name: "重新启用“住址”" }).click();
    await page.getByText("可以提议").waitFor();
    await page.getByLabel(t("why"), { exact: true }).fill("摸清屋顶光伏");
    await page.getByRole("button", { name: t("propose") }).click();
    await page.getByText("提案：建档表单第 2 版。").waitFor();
  });

  it("orders fields and sections, and takes fields to a new section, by keyboard alone", async () => {
    const { page } = await openForm(usual);
    const press = async (name: string, key = "Enter") => {
      await page.getByRole("button", { name, exact: true }).focus();
      await page.keyboard.press(key);
    };
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    const line = (...cells: string[]) =>
      page
        .getByRole("row")
        .filter({ hasText: cells[0] ?? "" })
        .filter({ hasText: cells[1] ?? "" });
    await press("改这张表");
    await press("把“层数”上移");
    expect(await focused()).toBe("把“层数”上移");
    await page.getByText("“层数”现在是第 1 个，一共 12 个").waitFor();
    await press("把“住房和饮水”下移", " ");
    expect(await focused()).toBe("把“住房和饮水”下移");
    await line("部分（户）：", "土地和家产").first().waitFor();
    await press("加一个部分");
    await page.keyboard.type("屋顶");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Roof");
    await page.keyboard.press("Enter");
    await page.getByText("“屋顶”里还没有项目").waitFor();
    expect(await page.getByRole("button", { name: "提议这一版" }).isDisabled()).toBe(true);
    await page.reload();
    await press("把“房屋安全等级”移到别处");
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await press("放进表里");
    await line("房屋安全等级：所在部分", "屋顶，最前面").waitFor();
    await line("新加的部分（户）：屋顶", "在“救助与服务”之后").waitFor();
    await page.getByText("可以提议").waitFor();
  });
});
