import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { statusView } from "@mingbai/http/explorer-views";
import { personView } from "@mingbai/identity/views";
import { actAs, type Client, createClient, signIn, submitCommand, whoAmI } from "@mingbai/sdk/index";
import { enterDesk, goTo, signs } from "@mingbai/testkit/browser/at-desk";
import { axeFaults } from "@mingbai/testkit/browser/axe";
import { launchBrowser } from "@mingbai/testkit/browser/launch";
import { lookFaults } from "@mingbai/testkit/browser/look-faults";
import { type Look, openLook, usual } from "@mingbai/testkit/browser/looks";
import { plugAuthenticator } from "@mingbai/testkit/browser/plug-authenticator";
import { manifestsView } from "@mingbai/treasury/views/acts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoNumber, demoSigner } from "./demo/demo-keys.ts";
import { demoPeople } from "./demo/people.ts";
import type { RunningNode } from "./start-node.ts";
import { smallList, startSmallNode } from "./test-small-node.ts";

const startMsMax = 240_000;
const pageMsMax = 30_000;
const flowMsMax = 180_000;
const pollMs = 50;
/** Who approves in these tests, and who administers them. */
const approver = "finance-deputy";
const admin = "admin";

let root = "";
let node: RunningNode;
let browser: Browser;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-devices-"));
  node = await startSmallNode(root);
  browser = await launchBrowser();
}, startMsMax);

afterAll(async () => {
  await browser?.close();
  await node?.close();
  await rm(root, { recursive: true, force: true });
});

const nameOf = (id: string): string => demoPeople.find((one) => one.id === id)?.name ?? "";

/** One person of the demo at this address, in a browser whose device verifies its user. */
async function openAs(id: string, path: string): Promise<Page> {
  const page = await newPage(usual);
  await plugAuthenticator(page);
  await enterDesk(page, { url: node.url, name: nameOf(id), path });
  return page;
}

async function newPage(look: Look): Promise<Page> {
  const context = await openLook(browser, look);
  context.setDefaultTimeout(pageMsMax);
  return context.newPage();
}

const press = (page: Page, name: string | RegExp) =>
  page
    .getByRole("button", { name, ...(typeof name === "string" && { exact: true }) })
    .first()
    .click();

/** Approves the list in the page; gives the refusal's words, or "" where it was done. */
async function approves(page: Page): Promise<string> {
  await goTo(page, `/disbursement/${smallList.manifest}`);
  await press(page, /^批准/);
  const dialog = page.locator("dialog.signing");
  await dialog.waitFor();
  await page.keyboard.press("Enter");
  const refusal = dialog.getByRole("alert");
  await Promise.race([dialog.waitFor({ state: "detached" }), refusal.waitFor()]);
  return (await refusal.count()) === 0 ? "" : ((await refusal.textContent()) ?? "");
}

async function clientOf(id: string): Promise<Client> {
  const client = createClient({ url: node.url });
  await signIn(client, { signer: demoSigner(id), keyId: keyOf(id) });
  return client;
}

const keyOf = (id: string): string => demoNumber(`key ${id}`);

/** One command of a person of the demo, through the API, read by the tables; gives the transaction. */
async function act(id: string, command: string, input: CanonicalObject): Promise<string> {
  const client = await clientOf(id);
  const actor = await actAs(client, { signer: demoSigner(id), keyId: keyOf(id), commands: {} });
  const { height, id: transaction } = await submitCommand(client, await actor.sign(command, input));
  while ((await client.ask(statusView, {})).readModel.height < height) {
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  return transaction;
}

const checkNumberIn = async (page: Page): Promise<string> =>
  /\d{4}( \d{4}){3}/.exec((await page.locator("main").textContent()) ?? "")?.[0] ?? "none";

describe("an approval above the set amount", () => {
  it(
    "is refused until a passkey is added and an administrator has compared and confirmed it",
    async () => {
      const limit = {
        kind: "parameter",
        name: "identity.approvalLimit",
        organisation: "district-finance",
        value: 50_000,
      };
      const words = "f1".repeat(32);
      const proposal = await act("district-manager", "governance.propose", { change: limit, base: 0, words });
      await act(admin, "governance.vote", { proposal, choice: "for" });
      const administrator = await openAs(admin, "/people/organisations/district-finance");
      await administrator.getByText("500.00 元").first().waitFor();

      const page = await openAs(approver, "/people/devices");
      await page.getByText("本机构一次签名批 500.00 元以内的").waitFor();
      expect(await approves(page)).toContain("超过本机构限额的，要用通行密钥签名");
      await page.getByText("本机构还没有别人能批超过限额的。").waitFor();
      await page.getByRole("link", { name: "去“我的设备”加通行密钥" }).click();
      await page.waitForURL("**/people/devices");

      await press(page, "在这台设备上加");
      await press(page, "造一把通行密钥");
      await page.getByRole("radio").waitFor();
      await page.getByLabel("这台设备叫什么").fill("办公室电脑");
      await press(page, "去签名");
      await signs(page);
      await press(page, "改用这把登录");
      await page.getByText("正在用").waitFor();
      await page.getByText("等管理员确认").waitFor();
      expect(await axeFaults(page)).toEqual([]);
      const check = await checkNumberIn(page);
      expect(await approves(page)).toContain("要先由本机构管理员确认");

      await goTo(administrator, `/people/${demoNumber(approver)}`);
      expect(await checkNumberIn(administrator)).toBe(check);
      await press(administrator, "确认通行密钥");
      expect(await administrator.locator("dialog.signing").textContent()).toContain(check);
      await signs(administrator);
      await administrator.getByText("确认了顾长宁的一把通行密钥").waitFor();

      expect(await approves(page)).toBe("");
      const { rows } = await (await clientOf(admin)).ask(manifestsView, { manifest: smallList.manifest });
      expect(rows).toMatchObject([{ approvals: 1 }]);
      await Promise.all([page, administrator].map((one) => one.context().close()));
    },
    flowMsMax,
  );
});

describe("one more device", () => {
  it(
    "is added from an old one by its code, signs in, and is out at once when its key is ended",
    async () => {
      const phone = await newPage({ ...usual, width: 360 });
      await phone.goto(`${node.url}/sign-in?then=/verify`);
      await press(phone, "在这台电脑上造一把密钥");
      await press(phone, "给我的另一台设备看");
      const code = (await phone.locator(".device-code").textContent()) ?? "";
      const check = await phone.locator(".device-offer b").textContent();
      expect(await lookFaults(phone, { picture: join(root, "phone.png") })).toEqual([]);

      const computer = await openAs("street-finance", "/people/devices");
      await press(computer, "加另一台设备");
      await computer.getByLabel("8 位码").fill(code);
      await press(computer, "取密钥");
      await computer.getByText("和另一台设备上的一样才签名").waitFor();
      expect(await checkNumberIn(computer)).toBe(check);
      await computer.getByLabel("这台设备叫什么").fill("手机");
      await press(computer, "去签名");
      await signs(computer);
      const row = computer.locator("tr", { hasText: "手机" });
      await row.getByText("在用", { exact: true }).waitFor();

      await press(phone, "用本机密钥登录");
      await phone.waitForURL("**/verify");
      await row.getByRole("button", { name: /^停用/ }).click();
      await signs(computer);
      expect(await phone.evaluate(async () => (await fetch("/api/session")).status)).toBe(401);
      await Promise.all([phone, computer].map((one) => one.context().close()));
    },
    flowMsMax,
  );

  it(
    "takes the place of the key in hand, whose sessions end with it",
    async () => {
      const elsewhere = await clientOf("street-approver");
      const page = await openAs("street-approver", "/people/devices");
      await press(page, "在这台设备上加");
      await press(page, "在这台电脑上造一把密钥");
      await page.getByRole("radio").waitFor();
      await page.getByLabel("这台设备叫什么").fill("新电脑");
      await page.getByLabel(/^换下现在用的这把/).check();
      await press(page, "去签名");
      await signs(page);
      await expect.poll(() => whoAmI(elsewhere).catch(({ status }) => status), { timeout: pageMsMax }).toBe(401);
      const { keys } = await (await clientOf("street-admin")).ask(personView, {
        account: demoNumber("street-approver"),
      });
      expect(keys.map(({ name, standing }) => [name, standing])).toEqual([
        ["新电脑", "inForce"],
        ["", "ended"],
      ]);
      await page.context().close();
    },
    flowMsMax,
  );
});

describe("a person whose name has changed", () => {
  it(
    "is shown by the new one, with a telephone, once an administrator has signed",
    async () => {
      const account = demoNumber("street-manager");
      const page = await openAs("street-admin", `/people/${account}`);
      await press(page, "改姓名和联系方式");
      await page.getByRole("textbox", { name: "姓名" }).fill("苏晚清");
      await page.getByRole("textbox", { name: "联系方式" }).fill("青石街道 302 室");
      await press(page, "去签名");
      await signs(page);
      await page.getByRole("heading", { name: "苏晚清", level: 1 }).waitFor();
      await page.getByText("青石街道 302 室").waitFor();
      const found = await createClient({ url: node.url }).ask(personView, { account });
      expect([found.name, found.contact]).toEqual(["苏*清", ""]);
      await page.context().close();
    },
    flowMsMax,
  );
});

describe("a recovery that is under way", () => {
  it(
    "is said on every page of the owner and to the regulator, who stops it",
    async () => {
      const account = demoNumber("civil-finance");
      const key = { keyId: "00000000000000f7", scheme: "ed25519", publicKey: "ab".repeat(32) };
      await act("civil-admin", "identity.proposeRecovery", { ...key, account });
      const owner = await openAs("civil-finance", "/verify");
      await owner.getByText("有人提出用新密钥找回您的账户").waitFor();
      await act("street-admin", "identity.approveRecovery", { account, keyId: key.keyId });
      await goTo(owner, "/payments");
      await owner.getByText(/您的账户要换成新密钥，.+ 生效/).waitFor();
      await owner.getByRole("link", { name: "去看" }).click();
      await owner.getByText("还有 2 天").waitFor();
      await owner.getByRole("button", { name: "叫停找回" }).waitFor();

      const regulator = await openAs("regulator", "/payments");
      await regulator.getByText("有 1 个账户正在找回密钥。").waitFor();
      await regulator.getByRole("link", { name: "去看" }).click();
      await press(regulator, "叫停找回");
      await signs(regulator);
      await regulator.getByText("正在找回密钥的账户").waitFor({ state: "detached" });
      await goTo(owner, "/verify");
      expect(await owner.getByText("您的账户要换成新密钥").count()).toBe(0);
      await Promise.all([owner, regulator].map((one) => one.context().close()));
    },
    flowMsMax,
  );
});
