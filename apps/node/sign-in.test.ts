import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { identityCommands } from "@mingbai/identity/schema";
import { actAs, createClient, getAccepted } from "@mingbai/sdk/index";
import { axeFaults } from "@mingbai/testkit/browser/axe";
import { launchBrowser } from "@mingbai/testkit/browser/launch";
import { lookFaults } from "@mingbai/testkit/browser/look-faults";
import { type Look, openLook, usual } from "@mingbai/testkit/browser/looks";
import { plugAuthenticator } from "@mingbai/testkit/browser/plug-authenticator";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoNumber, demoSigner } from "./demo/demo-keys.ts";
import { demoPeople } from "./demo/people.ts";
import { serveDemo } from "./test-served-demo.ts";

const root = mkdtempSync(join(tmpdir(), "mingbai-sign-in-"));
const clock = { aheadMs: 0 };
const now = (): number => Date.now() + clock.aheadMs;

let browser: Browser;
let served: Awaited<ReturnType<typeof serveDemo>>;

beforeAll(async () => {
  served = await serveDemo({ root, now });
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await rm(root, { recursive: true, force: true });
});

async function openPage(look: Look = usual, path = "/sign-in?then=/verify"): Promise<Page> {
  const context = await openLook(browser, look);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  await page.goto(served.url + path);
  return page;
}

function nameOf(id: string): string {
  const found = demoPeople.find((one) => one.id === id);
  if (found === undefined) throw new Error(`the demo has nobody called ${id}`);
  return found.name;
}

const person = (page: Page, name: string) => page.locator("button.demo-person", { hasText: name });
const who = (page: Page) => page.locator("button.who");

async function signInAs(page: Page, name: string): Promise<void> {
  await person(page, name).click();
  await page.waitForURL("**/verify");
  await who(page).getByText(name).waitFor();
}

describe("signing in as a demo person", () => {
  it("takes one click, lasts through a reload, and ends by signing out", async () => {
    const page = await openPage();
    await signInAs(page, nameOf("finance"));
    expect(await who(page).textContent()).toContain("澜湾区财政局");
    await page.reload();
    await who(page).getByText(nameOf("finance")).waitFor();
    await who(page).click();
    expect(await axeFaults(page)).toEqual([]);
    await page.locator(".who-menu button", { hasText: "退出登录" }).click();
    await page.locator("a.who").waitFor();
    await page.reload();
    await page.locator("a.who").waitFor();
    expect(await page.context().cookies(`${served.url}/api/session`)).toEqual([]);
    await page.context().close();
  });

  it("changes to another person from the keyboard", async () => {
    const page = await openPage();
    await signInAs(page, nameOf("civil-manager"));
    await page.keyboard.press("Control+i");
    await person(page, nameOf("regulator")).focus();
    await page.keyboard.press("Enter");
    await who(page).getByText(nameOf("regulator")).waitFor();
    await page.locator(".who-menu:popover-open").waitFor({ state: "detached" });
    await page.context().close();
  });

  it("is known to the same person's other pages", async () => {
    const page = await openPage();
    const other = await page.context().newPage();
    await other.goto(`${served.url}/verify`);
    await other.locator("a.who").waitFor();
    await signInAs(page, nameOf("street-manager"));
    await who(other).getByText(nameOf("street-manager")).waitFor();
    await page.context().close();
  });
});

describe("a key of this device", () => {
  it("is made here, signs in once an administrator has registered it, and is recognised the next time", async () => {
    const page = await openPage();
    await page.locator("button", { hasText: "在这台电脑上造一把密钥" }).click();
    await page.locator("button", { hasText: "复制" }).click();
    const slip = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
    await page.locator("button", { hasText: "用本机密钥登录" }).click();
    expect(await page.locator(".mine [role=alert]").textContent()).toContain("账本里没有它");
    await register(slip);
    await page.locator("button", { hasText: "用本机密钥登录" }).click();
    await page.waitForURL("**/verify");
    await who(page).getByText(nameOf("district-manager")).waitFor();
    await page.goto(`${served.url}/sign-in`);
    await page.locator(".key-card", { hasText: nameOf("district-manager") }).waitFor();
    expect(await page.locator(".key-slip").count()).toBe(0);
    await page.context().close();
  });

  it("may be a passkey, which the device asks for each time", async () => {
    const page = await openPage();
    await plugAuthenticator(page);
    await page.locator("button", { hasText: "造一把通行密钥" }).click();
    await page.locator(".key-card .tag", { hasText: "通行密钥" }).waitFor();
    await page.locator("button", { hasText: "复制" }).click();
    const slip = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
    expect(slip.scheme).toBe("webauthn-p256");
    await register(slip);
    await page.locator("button", { hasText: "用本机密钥登录" }).click();
    await page.waitForURL("**/verify");
    await who(page).getByText(nameOf("district-manager")).waitFor();
    await page.context().close();
  });

  it("cannot be taken out of the browser, and is gone once it is deleted", async () => {
    const page = await openPage();
    await page.locator("button", { hasText: "在这台电脑上造一把密钥" }).click();
    await page.locator(".key-card").waitFor();
    expect(await page.evaluate(isExtractable)).toEqual([false]);
    await page.locator("button", { hasText: "从这台电脑删掉这把密钥" }).click();
    await page.locator("button", { hasText: "删掉密钥" }).click();
    await page.locator(".key-card").waitFor({ state: "detached" });
    expect(await page.evaluate(isExtractable)).toEqual([]);
    await page.context().close();
  });
});

/** Whether each private key in the page's store could be exported. Runs in the page. */
async function isExtractable(): Promise<boolean[]> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open("mingbai");
    request.onsuccess = () => resolve(request.result);
  });
  return new Promise((resolve) => {
    const request = database.transaction("keys").objectStore("keys").getAll();
    request.onsuccess = () => {
      database.close();
      resolve(request.result.map(({ pair }) => pair.privateKey.extractable));
    };
  });
}

/** A colleague adds the key with one that they have, with the SDK. */
async function register(slip: {
  keyId: string;
  scheme: "ed25519" | "p256" | "webauthn-p256";
  publicKey: string;
}): Promise<void> {
  const owner = { signer: demoSigner("district-manager"), keyId: demoNumber("key district-manager") };
  const { does } = await actAs(createClient({ url: served.url }), {
    ...owner,
    commands: { identity: identityCommands },
  });
  const fromHeight = served.ledger.chain.head.height + 2;
  getAccepted(await does.identity.registerKey({ ...slip, account: demoNumber("district-manager"), fromHeight }));
}

describe("a session that nobody uses", () => {
  const minuteMs = 60_000;
  const wait = async (page: Page, minutes: number) => {
    clock.aheadMs += minutes * minuteMs;
    await page.clock.fastForward(minutes * minuteMs);
  };

  it("warns before it ends, is kept by one click, and covers what was typed until the same person is back", async () => {
    clock.aheadMs = 0;
    const page = await openPage();
    await page.clock.install();
    await page.reload();
    await signInAs(page, nameOf("civil-finance"));
    await page.locator("main textarea").fill("typed");
    await wait(page, 28.5);
    const strip = page.locator(".session-end[role=alert]");
    await strip.waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await strip.locator("button").click();
    await strip.waitFor({ state: "detached" });
    await wait(page, 28.5);
    await strip.waitFor();
    await wait(page, 2);
    await page.locator("main h1", { hasText: "登录已经到时" }).waitFor();
    expect(await page.locator("main textarea").isVisible()).toBe(false);
    expect(await axeFaults(page)).toEqual([]);
    await page.locator("main button", { hasText: `${nameOf("civil-finance")}再登录` }).click();
    await page.locator("main textarea").waitFor();
    expect(await page.locator("main textarea").inputValue()).toBe("typed");
    await page.context().close();
  });
});

describe("the sign-in page", () => {
  it.each<Look>([
    usual,
    { language: "en", size: "usual", theme: "light", width: 360 },
    { language: "zh", size: "large", theme: "light", width: 360 },
    { language: "en", size: "large", theme: "dark", width: 1440 },
  ])(
    "is clean for axe and has no sideways scroll, before and after: $language $size $theme $width px",
    async (look) => {
      const page = await openPage(look);
      const check = async (what: string) => {
        expect(await lookFaults(page, { picture: join(root, `${what}.png`) }), what).toEqual([]);
      };
      await person(page, nameOf("finance")).waitFor();
      await check("nobody");
      await page.locator("button.tall").first().click();
      await page.locator(".key-card").waitFor();
      await check("key");
      await person(page, nameOf("finance")).click();
      await who(page).waitFor();
      await page.locator("main textarea").waitFor();
      await check("signed in");
      await who(page).click();
      await check("menu");
      await page.context().close();
    },
  );
});
