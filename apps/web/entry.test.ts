import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openNeighbours } from "@mingbai/app-node/demo/files/open-neighbours";
import type { RunningNode } from "@mingbai/app-node/start-node";
import { startSmallNode } from "@mingbai/app-node/test-small-node";
import { goTo, openDesk, signs } from "@mingbai/testkit/browser/at-desk";
import { launchBrowser } from "@mingbai/testkit/browser/launch";
import { usual, watchFaults } from "@mingbai/testkit/browser/looks";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

const startMsMax = 240_000;
const flowMsMax = 240_000;
const dayMs = 86_400_000;
/** A notice stands for seven days; then a block ends it. */
const afterNoticeMs = 9 * dayMs;
const phone = { ...usual, width: 360 };

let root = "";
let node: RunningNode;
let browser: Browser;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-entry-"));
  node = await startSmallNode(root, { tell: openNeighbours });
  browser = await launchBrowser();
}, startMsMax);

afterAll(async () => {
  vi.useRealTimers();
  await browser?.close();
  await node?.close();
  await rm(root, { recursive: true, force: true });
});

/** Somebody with the case in hand, its household's file opened for what they do. */
async function atCase(name: string, path: string, purpose: string): Promise<Page> {
  const page = await openDesk(browser, { url: node.url, name, path });
  await page.getByRole("button", { name: purpose, exact: true }).click();
  await page.locator(".case-page").waitFor();
  return page;
}

/** Fills in the form that is open, signs, and waits until the case stands there. */
async function goesOn(page: Page, words: { readonly [label: string]: string }, then: string): Promise<void> {
  for (const [label, text] of Object.entries(words)) await page.getByLabel(label, { exact: true }).fill(text);
  await page.getByRole("button", { name: "去签名" }).click();
  await signs(page);
  await page.locator("h1 ~ .st, .page-head .st", { hasText: then }).waitFor();
}

describe("an entry into monitoring on a ledger", () => {
  it(
    "goes from a code on the wall to a decision: applied, checked, reviewed, shown, objected to, answered, decided",
    async () => {
      const own = await openDesk(browser, {
        url: node.url,
        name: "谢小满",
        path: "/registry/own/apply?by=code",
        look: phone,
      });
      const faults = watchFaults(own);
      await own.getByLabel("遇到什么困难").fill("孩子上高中，今年住院花了三千八");
      await own.getByRole("button", { name: "去签名" }).click();
      await signs(own);
      await own.locator("#part-cases", { hasText: "等村级核查" }).waitFor();
      const path = new URL((await own.locator("#part-cases a").first().getAttribute("href")) ?? "", node.url).pathname;

      const list = await openDesk(browser, { url: node.url, name: "卓一鸣", path: "/cases?mine=true" });
      await list.locator(".cases-table tbody th", { hasText: "谢小满" }).waitFor();
      const grid = await atCase("卓一鸣", path, "走访");
      await grid.getByText("孩子上高中，今年住院花了三千八").waitFor();
      await grid.keyboard.press("c");
      await goesOn(grid, { 核查到什么: "收据看过，情况属实" }, "等审核");

      const reviewer = await atCase("闻若溪", path, "审核");
      await reviewer.keyboard.press("r");
      await reviewer.getByLabel(/^同意/).check();
      await goesOn(reviewer, { 理由: "低于监测线" }, "等公示");

      const clerk = await atCase("傅清如", path, "审核");
      await clerk.keyboard.press("o");
      await clerk.getByLabel("监测对象类别").selectOption("2");
      await clerk.getByLabel("主要致贫原因").selectOption("03");
      await goesOn(clerk, {}, "公示中");
      const shown = await (await fetch(`${node.url}/public/notices`)).text();
      expect(shown).toContain("谢*满");
      expect(shown).not.toMatch(/谢小满|三千八/);

      const [, objecting = ""] = /href="(\/cases\/[0-9a-f]{16}\/objection)"/.exec(shown) ?? [];
      const neighbour = await openDesk(browser, { url: node.url, name: "方有田", path: objecting, look: phone });
      await neighbour.getByLabel("异议的内容").fill("她家的地租出去了");
      await neighbour.getByRole("button", { name: "去签名" }).click();
      await signs(neighbour);
      await neighbour.locator(".objections", { hasText: /等.+答复/ }).waitFor();

      await grid.reload();
      await grid
        .locator(".case-page")
        .or(grid.getByRole("button", { name: "走访", exact: true }))
        .first()
        .waitFor();
      await grid.keyboard.press("x");
      await goesOn(grid, { 异议的内容: "听说她家有车" }, "公示中");
      await clerk.getByRole("button", { name: "答复第 1 条异议" }).click();
      await goesOn(clerk, { 答复: "租金已经算进收入" }, "公示中");
      await goTo(neighbour, "/notices");
      await neighbour.getByRole("link", { name: "您对公示提的异议有了答复" }).click();
      await neighbour.locator(".objections .answer", { hasText: "租金已经算进收入" }).waitFor();
      expect(await neighbour.locator(".objections > li").count()).toBe(1);
      await clerk.getByRole("button", { name: "答复第 2 条异议" }).click();
      await goesOn(clerk, { 答复: "车辆登记查过，没有" }, "公示中");

      // After so many days what they opened is closed to them, and their pages would say so.
      expect(faults).toEqual([]);
      await Promise.all([own, list, grid, reviewer, clerk, neighbour].map((page) => page.context().close()));
      vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + afterNoticeMs });
      const leader = await atCase("贺长风", path, "审核");
      await leader.getByRole("button", { name: /决定/ }).first().click();
      await leader.getByLabel(/^同意纳入/).check();
      await goesOn(leader, { 理由: "公示无有效异议" }, "已纳入监测");
      await leader.getByRole("button", { name: "打印决定" }).waitFor();

      const again = await openDesk(browser, { url: node.url, name: "谢小满", path, look: phone });
      await again.locator(".case-page", { hasText: "公示无有效异议" }).waitFor();
      expect(await again.locator(".objections").textContent()).not.toContain("卓一鸣");
      expect(await again.locator(".field-facts").textContent()).toContain("边缘易致贫户");
      await Promise.all([leader, again].map((page) => page.context().close()));
    },
    flowMsMax,
  );
});
