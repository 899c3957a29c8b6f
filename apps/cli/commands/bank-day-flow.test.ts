import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunningBank, startBank } from "@mingbai/app-bank/start-bank";
import { dataFolder } from "@mingbai/app-node/data-folder";
import { DemoClock } from "@mingbai/app-node/demo/demo-clock";
import { demoNumber, demoSigner } from "@mingbai/app-node/demo/demo-keys";
import { demoBankAccount } from "@mingbai/app-node/demo/demo-plan";
import { openOrFound } from "@mingbai/app-node/founding/open-or-found";
import { LocalActor } from "@mingbai/app-node/local-actor";
import { type RunningNode, startNode } from "@mingbai/app-node/start-node";
import { builtPages } from "@mingbai/app-web/test-pages";
import { statusView } from "@mingbai/http/explorer-views";
import { actAs, createClient, getAccepted, signIn } from "@mingbai/sdk/index";
import { openDesk, signs } from "@mingbai/testkit/browser/at-desk";
import { launchBrowser } from "@mingbai/testkit/browser/launch";
import { treasuryCommands } from "@mingbai/treasury/schema";
import { fundBalancesView } from "@mingbai/treasury/views/acts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { runCli } from "../testing/run-cli.ts";

const startMsMax = 300_000;
const pageMsMax = 60_000;
const patience = { timeout: 60_000, interval: 200 };
const office = demoNumber("district-office");
const keyOf = (id: string) => demoNumber(`key ${id}`);
let root = "";
let node: RunningNode;
let bank: RunningBank;
let browser: Browser;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-bank-day-"));
  const options = {
    port: 0,
    data: join(root, "node"),
    webFolder: await builtPages(),
    databaseUrl: undefined,
    demo: true,
    logLevel: "warn",
  } as const;
  await foundOffice(options);
  let bankUrl: string | undefined;
  node = await startNode(options, { say: () => undefined, onFatal: rethrow, findBank: () => bankUrl });
  const at = { port: 0, orFree: false, data: join(root, "bank"), account: demoBankAccount, key: undefined };
  // The bank's day stands, so that no run meets midnight.
  const startMs = Date.now();
  bank = await startBank({ ...at, node: node.url }, () => startMs);
  bankUrl = bank.url;
  browser = await launchBrowser();
}, startMsMax);

afterAll(async () => {
  await browser?.close();
  await bank?.close();
  await node?.close();
  await rm(root, { recursive: true, force: true });
});

/** A demo ledger without the demo's year: one office with one fund. */
async function foundOffice(options: Parameters<typeof startNode>[0]): Promise<void> {
  const parts = { folder: dataFolder(options.data), clock: new DemoClock(), onFatal: rethrow };
  const { ledger } = await openOrFound(options, parts);
  const as = (id: string) => new LocalActor(ledger, { signer: demoSigner(id), keyId: keyOf(id) });
  const organisation = "district-finance";
  await as("admin").act("treasury.openAccounts", { accounts: [{ account: office, kind: "office", organisation }] });
  await as("finance").act("treasury.createFund", { fund: 1, code: "F-1", office });
  await ledger.close();
}

const post = (path: string, form: Record<string, string>) =>
  fetch(`${bank.url}${path}`, { method: "POST", body: new URLSearchParams(form), redirect: "manual" });
const outstanding = async () => {
  const { funds } = await createClient({ url: node.url }).ask(fundBalancesView, {});
  return funds.reduce((sum, { bookedMinor }) => sum + bookedMinor, 0);
};

/** One person of the demo, signed in, at the desk. */
async function openAs(name: string): Promise<Page> {
  const page = await openDesk(browser, { url: node.url, name, path: "/reconciliation" });
  page.context().setDefaultTimeout(pageMsMax);
  await page.locator(".day-desk").waitFor();
  return page;
}

describe("a bank day with a planted difference", () => {
  it("is found, stops minting, is settled by two, closed by both, and proved offline", async () => {
    await post("/faults", { mistold: "1" });
    await post("/entries", { kind: "deposit", fund: "F-1", amount: "100000.00" });
    await vi.waitFor(async () => expect(await outstanding()).toBe(10_000_001), patience);
    const finance = await openAs("温如言");
    await finance.locator(".differs button", { hasText: "金额不一样" }).click();
    expect(await finance.locator(".two-facts").textContent()).toContain("100,000.01");
    await finance.getByText("还有 1 项没有查清").waitFor();
    await finance.getByRole("button", { name: "登记差异，暂停发行" }).click();
    await signs(finance);
    await finance.getByText("新的发行已暂停").waitFor();

    expect(await refusedMint()).toBe("MINT_STOPPED");
    await post("/entries", { kind: "deposit", fund: "F-1", amount: "500.00" });
    await finance.locator(".open-differences").getByRole("button", { name: "提处理意见" }).click();
    await signs(finance);
    await finance.locator(".open-differences").getByText("意见是您提的，要另一单位的人同意").waitFor();
    expect(await outstanding()).toBe(10_000_001);

    const banker = await openAs("澜湾农商银行");
    await banker.locator(".open-differences").getByRole("button", { name: "同意处理" }).click();
    await signs(banker);
    await banker.locator(".open-differences").waitFor({ state: "detached" });
    await vi.waitFor(async () => expect(await outstanding()).toBe(10_050_001), patience);

    await finance.reload();
    await finance.locator(".close-panel .btn.p").waitFor();
    await finance.keyboard.press("s");
    await signs(finance);
    await finance.getByRole("button", { name: "下载日终证明" }).waitFor();
    expect(await finance.locator(".close-steps .ok").count()).toBe(3);
    const [file] = await Promise.all([
      finance.waitForEvent("download"),
      finance.getByRole("button", { name: "下载日终证明" }).click(),
    ]);
    await verified(await file.path());
    await finance.goto(`${node.url}/verify`);
    await finance.locator("textarea").fill(await readFile(await file.path(), "utf8"));
    await finance.getByRole("button", { name: "核验这张回执" }).click();
    await finance.getByRole("heading", { name: "这份日终证明是真的" }).waitFor();
    expect(await finance.locator(".verify-page").textContent()).toContain("CNY 100,500.00");
    expect(await (await fetch(`${bank.url}/?lang=zh`)).text()).toContain("已会签");
    await Promise.all([finance, banker].map((page) => page.context().close()));
  }, 300_000);
});

/** A deposit that the bank would tell at this moment is refused by the ledger itself. */
async function refusedMint(): Promise<string> {
  const client = createClient({ url: node.url });
  const key = { signer: demoSigner("bank"), keyId: keyOf("bank"), lane: 7 };
  await signIn(client, key);
  const { does } = await actAs(client, { ...key, commands: { treasury: treasuryCommands } });
  const day = new Date().toISOString().slice(0, 10);
  const line = { kind: "deposit", reference: "OUT-OF-TURN", valueDay: day, amount: 1, fund: 1 } as const;
  const answer = await does.treasury.bookBankLines({ bankAccount: demoBankAccount, lines: [line] });
  expect(() => getAccepted(answer)).toThrow();
  return answer.refused ?? "";
}

/** The saved file holds under the published keys alone; with one byte of it altered it does not, and says where. */
async function verified(path: string): Promise<void> {
  const { verifierKeys } = await createClient({ url: node.url }).ask(statusView, {});
  const keys = verifierKeys.flatMap((key) => ["--key", key]);
  const { code, out } = await runCli(["verify", path, ...keys]);
  expect({ code, first: out.split("\n")[0] }).toEqual({ code: 0, first: "✓ This day proof holds" });
  expect(out).toContain("10050001 + 0 + -1 = 10050000");
  const altered = join(root, "altered.json");
  const text = await readFile(path, "utf8");
  await writeFile(
    altered,
    text.replace(/("body": "[^"]{20})(.)/, (_, before, one) => before + (one === "A" ? "B" : "A")),
  );
  const other = await runCli(["verify", altered, ...keys]);
  expect(other.code).toBe(1);
  expect(other.out).toContain("the office signed it");
}

function rethrow(error: Error): never {
  throw error;
}
