import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoNumber, demoSigner } from "@mingbai/app-node/demo/demo-keys";
import type { RunningNode } from "@mingbai/app-node/start-node";
import { startSmallNode } from "@mingbai/app-node/test-small-node";
import { fromHex } from "@mingbai/codec/hex";
import { registryCommands } from "@mingbai/registry/schema";
import { keepParts, newSalt } from "@mingbai/sdk/contents";
import { actAs, type Client, createClient, getAccepted, signIn } from "@mingbai/sdk/index";
import { waitForTables } from "@mingbai/sdk/wait-for-tables";
import { launchBrowser } from "@mingbai/testkit/browser/launch";
import { openLook, watchFaults } from "@mingbai/testkit/browser/looks";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freezeSets } from "./src/outbox/freeze-acts.ts";
import { newSubject } from "./src/visit/begin-draft.ts";
import { beginVisit, builtField, phoneLook, pressOn, takeAlong, untilKept } from "./testing/test-phone.ts";

const startMsMax = 240_000;
const flowMsMax = 120_000;
const pageMsMax = 30_000;
const area = "fengxi-yunling";

let root = "";
let node: RunningNode;
let browser: Browser;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-field-"));
  node = await startSmallNode(root, { fieldFolder: await builtField() });
  browser = await launchBrowser();
}, startMsMax);
afterAll(async () => {
  await browser?.close();
  await node?.close();
  await rm(root, { recursive: true, force: true });
});

/** The town's clerk, who opens files and changes them at the same time as the phone. */
async function asClerk() {
  const client = createClient({ url: node.url });
  const key = { signer: demoSigner("town-clerk"), keyId: demoNumber("key town-clerk") };
  await signIn(client, key);
  return { client, does: (await actAs(client, { ...key, commands: { registry: registryCommands } })).does.registry };
}

type Sets = Parameters<typeof freezeSets>[1]["sets"];

/** Has the node keep a part; its commitment. */
async function keepPart(client: Client, subject: string, sets: Sets): Promise<string> {
  const circumstances = { form: 1, device: "test", madeMs: Date.now(), newSalt };
  const { part, content } = freezeSets(subject, { reason: "visit", sets }, circumstances);
  await keepParts(client, [{ subject, salt: fromHex(part.salt), bytes: new TextEncoder().encode(part.text) }]);
  return content;
}

/** A household of one in the village, which 卓一鸣 answers for. */
async function openHousehold(): Promise<string> {
  const { client, does } = await asClerk();
  const [household, person] = [newSubject(), newSubject()];
  const content = await keepPart(client, household, { village: { to: "339901105201" }, water: { to: "well" } });
  const named = await keepPart(client, person, { name: { to: "何树生" }, relation: { to: "01" } });
  const people = [{ subject: person, content: named }];
  const { height } = getAccepted(await does.openHouseholds({ households: [{ household, area, content, people }] }));
  // A phone asks for its list once when it opens.
  await waitForTables(client, height);
  return household;
}

/** While this stands, the page's questions get no answer, as in a valley. */
async function inValley(page: Page, isAway: boolean): Promise<void> {
  await page.evaluate((away) => {
    sessionStorage.setItem("test.away", String(away));
    window.dispatchEvent(new Event(away ? "offline" : "online"));
  }, isAway);
}

/** Somebody who came from the sign-in page of the office, with one click. */
async function openPhone(): Promise<Page> {
  const context = await openLook(browser, phoneLook);
  context.setDefaultTimeout(pageMsMax);
  await context.addInitScript(() => {
    const { fetch } = window;
    window.fetch = (...asked) =>
      sessionStorage.getItem("test.away") === "true" ? Promise.reject(new TypeError("no signal")) : fetch(...asked);
  });
  const page = await context.newPage();
  await page.goto(`${node.url}/field/`);
  await page.getByRole("link", { name: "用别的办法登录" }).click();
  await page.locator("button.demo-person", { hasText: "卓一鸣" }).click();
  await page.waitForURL("**/field/");
  return page;
}

describe("the phone at a node", () => {
  it(
    "takes a file along, fills it in without a signal, enters it, and has two answers decided",
    async () => {
      const household = await openHousehold();
      const page = await openPhone();
      const faults = watchFaults(page);
      await page.locator(".row-link", { hasText: "何树生" }).waitFor();
      await takeAlong(page);
      await untilKept(page);
      await inValley(page, true);
      await page.reload();
      await page.locator(".strip.dark").waitFor();
      await beginVisit(page, "何树生");
      await pressOn(page, "土地和家产");
      await page.getByLabel("山泉水").check();
      await pressOn(page, "交上去");
      await page.getByRole("button", { name: "交上去" }).click();
      await page.locator(".record").getByText("已存手机").waitFor();

      const { client, does } = await asClerk();
      const content = await keepPart(client, household, { water: { from: "well", to: "piped" } });
      getAccepted(await does.recordChanges({ changes: [{ subject: household, base: 1, content }] }));
      await page.reload();
      await page.locator(".record").getByText("已存手机").waitFor();
      await inValley(page, false);
      await page.locator(".record").getByText("两边不一样，去看").click();
      await page.locator(".side", { hasText: "自来水到户" }).getByText("傅清如").waitFor();
      await page.locator(".side", { hasText: "山泉水" }).click();
      await page.getByRole("button", { name: "就按选的记" }).click();
      await page.locator("#differs").waitFor({ state: "detached" });
      await page.goBack();
      await page.locator(".record").getByText("已入账本").waitFor();
      await page.goto(`${node.url}/field/#/household/${household}`);
      await page.locator("dl > div", { hasText: "饮水" }).getByText("山泉水").waitFor();
      expect(faults).toEqual([]);
    },
    flowMsMax,
  );
});
