import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunningNode } from "@mingbai/app-node/start-node";
import { startSmallNode } from "@mingbai/app-node/test-small-node";
import { goTo, openDesk, signs } from "@mingbai/testkit/browser/at-desk";
import { launchBrowser } from "@mingbai/testkit/browser/launch";
import { watchFaults } from "@mingbai/testkit/browser/looks";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const startMsMax = 240_000;
const flowMsMax = 180_000;
const head = { name: "何树生", number: "339901195902080437" };

let root = "";
let node: RunningNode;
let browser: Browser;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-registry-"));
  node = await startSmallNode(root);
  browser = await launchBrowser();
}, startMsMax);

afterAll(async () => {
  await browser?.close();
  await node?.close();
  await rm(root, { recursive: true, force: true });
});

const openAs = (name: string, path: string) => openDesk(browser, { url: node.url, name, path });

/** Says what a file is opened for, and waits until it is there. */
async function opensFor(page: Page, purpose: string): Promise<void> {
  await page.getByRole("button", { name: purpose, exact: true }).click();
  await page.locator(".opened-note", { hasText: `您以“${purpose}”打开` }).waitFor();
}

async function opensFile(page: Page): Promise<string> {
  await page.getByLabel("档案放在哪个村").fill("云岭村");
  await page.keyboard.press("Enter");
  await page.getByLabel("行政村").fill("339901105201");
  await page.getByLabel("户编号").fill("YL-03-0127");
  await page.getByLabel("村民小组").fill("3 组");
  await page.getByLabel("姓名").fill(head.name);
  await page.getByLabel("身份证号").fill(head.number);
  await page.getByLabel("现状").fill("在家");
  await page.getByRole("button", { name: "再添一人" }).click();
  const second = page.getByRole("group", { name: /^第 2 人/ });
  await second.getByLabel("姓名").fill("何远舟");
  await second.getByLabel("与户主关系").fill("儿子");
  await page.locator("summary", { hasText: "十二个月的收入" }).click();
  await page.getByLabel("务工收入").fill("28,600");
  await page.keyboard.press("Control+Enter");
  await signs(page);
  await page.waitForURL(/\/registry\/[0-9a-f]{16}$/);
  return new URL(page.url()).pathname;
}

/** Changes where the head is now, in the form as it was opened. */
async function changes(page: Page, whereabouts: string): Promise<void> {
  await page.locator("summary", { hasText: "是谁" }).first().click();
  await page.getByLabel("现状").first().fill(whereabouts);
  await page.keyboard.press("Control+Enter");
  await signs(page);
  await page.locator(".household-panes").waitFor();
}

describe("household files on a ledger", () => {
  it(
    "are begun, opened with a reason, changed by two at once, decided, listed and handed out",
    async () => {
      const grid = await openAs("陶然", "/registry/new");
      const faults = watchFaults(grid);
      const path = await opensFile(grid);
      await opensFor(grid, "走访");
      expect(await grid.locator("h1").textContent()).toBe("何树生家");
      expect(await grid.locator(".people-table tbody th b").allTextContents()).toEqual([head.name, "何远舟"]);
      expect(await grid.locator(".formula").textContent()).toContain("28,600.00 ÷ 2 人 ＝ 14,300.00 元");

      const other = await openAs("卓一鸣", path);
      await opensFor(other, "走访");
      await goTo(other, `${path}/edit`);
      await goTo(grid, `${path}/edit?reason=visit`);
      await changes(grid, "住院");
      await changes(other, "去县城了");
      await other.locator(".open-field", { hasText: "住院" }).waitFor();
      await other.getByRole("button", { name: /以这个为准.*第 2 个/ }).click();
      await signs(other);
      await other.locator(".open-field").waitFor({ state: "detached" });
      expect(await other.locator(".people-table tbody tr").first().textContent()).toContain("去县城了");

      const clerk = await openAs("傅清如", "/registry");
      await clerk.locator(".registry-table tbody tr", { hasText: head.name }).waitFor();
      const [csv] = await Promise.all([clerk.waitForEvent("download"), clerk.keyboard.press("e")]);
      expect(await readFile(await csv.path(), "utf8")).toContain("YL-03-0127,何树生,2,云岭村,3 组");
      await goTo(clerk, `/registry?text=${head.number.slice(-4)}`);
      expect(await clerk.locator(".registry-table tbody tr").count()).toBe(1);

      const leader = await openAs("贺长风", path);
      await opensFor(leader, "审核");
      await leader.keyboard.press("m");
      await leader.getByRole("button", { name: "定责任人", exact: true }).click();
      await leader.getByLabel("哪一位").selectOption({ label: "陶然" });
      await leader.getByRole("button", { name: "去签名" }).click();
      await signs(leader);
      await leader.locator("#part-history", { hasText: "定了帮扶责任人" }).waitFor();

      const watcher = await openAs("韩清和", path);
      await watcher.locator(".opened-note", { hasText: "您以“监管检查”打开" }).waitFor();
      const readers = await watcher.locator("#part-readings .reading-words").allTextContents();
      expect(readers.map((words) => words.split(/[，,]/)[0])).toEqual(
        expect.arrayContaining(["您", "贺长风", "卓一鸣", "陶然"]),
      );
      expect(await watcher.getByRole("link", { name: /改资料/ }).count()).toBe(0);
      expect(faults).toEqual([]);
      await Promise.all([grid, other, clerk, leader, watcher].map((page) => page.context().close()));
    },
    flowMsMax,
  );
});
