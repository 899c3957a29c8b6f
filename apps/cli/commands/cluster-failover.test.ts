import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoPeople } from "@mingbai/app-node/demo/people";
import { statusView, transactionsView } from "@mingbai/http/explorer-views";
import { createClient } from "@mingbai/sdk/index";
import { whyNoComet } from "@mingbai/sequencer/cometbft/test-comet";
import { launchBrowser } from "@mingbai/testkit/browser/launch";
import { openLook, usual } from "@mingbai/testkit/browser/looks";
import { whyNotNet } from "@mingbai/testkit/net";
import type { Browser, Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DemoCluster, patience } from "../testing/test-demo-cluster.ts";

const whyNot = whyNoComet ?? whyNotNet;
let cluster: DemoCluster;
let browser: Browser;
/** Where the pictures of a run lie. */
const shots = mkdtempSync(join(tmpdir(), "mingbai-failover-"));

beforeAll(async () => {
  if (whyNot !== undefined) return;
  cluster = await DemoCluster.start();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await cluster?.end();
});

/** The administrator of the first member at the page of organisations, signed in with the demo's key. */
async function openForm(url: string): Promise<Page> {
  const context = await openLook(browser, usual);
  context.setDefaultTimeout(patience.timeout);
  const page = await context.newPage();
  await page.goto(`${url}/sign-in?then=/people`);
  const name = demoPeople.find(({ id }) => id === "admin")?.name ?? "";
  await page.locator("button.demo-person", { hasText: name }).click();
  await page.getByRole("button", { name: "登记机构" }).click();
  return page;
}

/** Kills a page's node as the page next asks how it stands: one that nobody asks may be back before anybody saw that it was gone. */
async function killAsAsked(page: Page, pid: number): Promise<void> {
  const kill = async (route: Route): Promise<void> => {
    process.kill(pid, "SIGKILL");
    await route.continue();
  };
  await page.route(`**/api/queries/${statusView.name}*`, kill, { times: 1 });
}

async function registered(url: string): Promise<readonly string[]> {
  const { rows } = await createClient({ url }).ask(transactionsView, {});
  return rows.filter(({ command }) => command === "identity.registerOrganisation").map(({ result }) => result);
}

describe.skipIf(whyNot)(whyNot ?? "four organisations, one of whose nodes is killed under a page", () => {
  it("finish what was half filled in: the form stays, is signed, and is final once", async () => {
    await cluster.reach([0, 1, 2, 3], 0);
    const page = await openForm(await cluster.urlOf(0));
    await page.locator(".node-here", { hasText: "澜湾区财政局" }).waitFor();
    await page.getByLabel("中文名称").fill("东溪卫生站");
    await page.screenshot({ path: join(shots, "before.png") });
    await page.waitForLoadState("networkidle");
    await killAsAsked(page, await cluster.pidOf(0));
    await page.locator(".node-strip", { hasText: "接着办" }).waitFor();
    await page.screenshot({ path: join(shots, "moved.png") });
    expect(await page.getByLabel("中文名称").inputValue()).toBe("东溪卫生站");
    await page.getByLabel("英文名称").fill("Dongxi Health Station");
    await page.getByLabel(/^编号/).fill("dongxi-health");
    await page.getByRole("button", { name: "去签名" }).click();
    await page.locator("dialog.signing").waitFor();
    await page.keyboard.press("Enter");
    await page.locator("dialog.signing").waitFor({ state: "detached" });
    await page.getByRole("link", { name: "东溪卫生站" }).waitFor();
    await page.goto(`${await cluster.urlOf(1)}/ledger/nodes`);
    await page.locator("h1", { hasText: "节点" }).waitFor();
    await page.screenshot({ path: join(shots, "nodes.png") });
    expect(await registered(await cluster.urlOf(2)), shots).toEqual(["ok"]);
  });
});
