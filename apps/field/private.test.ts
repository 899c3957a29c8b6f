import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { beginVisit, builtField, openPhone, pressOn, takeAlong, untilKept, usePhones } from "./testing/test-phone.ts";

usePhones();
const dayMs = 24 * 60 * 60_000;

/** Everything that the browser keeps for these pages, as text: databases, local and session storage, caches. */
async function kept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const texts: string[] = [JSON.stringify({ ...localStorage, ...sessionStorage }), document.cookie];
    const add = (value: unknown): void => {
      if (value instanceof ArrayBuffer) texts.push(new TextDecoder().decode(value));
      else if (ArrayBuffer.isView(value)) texts.push(new TextDecoder().decode(value));
      else if (typeof value === "object" && value !== null) for (const one of Object.values(value)) add(one);
      else texts.push(String(value));
    };
    const done = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const rows = database.transaction(store).objectStore(store);
        for (const row of await done(rows.getAll())) add(row);
        for (const key of await done(rows.getAllKeys())) add(key);
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) texts.push(request.url);
    }
    return texts.join("\n");
  });
}

/** How many sealed values lie in each of these stores. */
async function countOf(page: Page, stores: readonly string[]): Promise<number[]> {
  return page.evaluate(async (names) => {
    const opened = indexedDB.open("mingbai-field");
    await new Promise((ready) => {
      opened.onsuccess = ready;
    });
    const count = (store: string) =>
      new Promise<number>((resolve) => {
        const request = opened.result.transaction(store).objectStore(store).count();
        request.onsuccess = () => resolve(request.result);
      });
    return Promise.all(names.map(count));
  }, stores);
}

describe("what lies in the phone", () => {
  it("shows no name, value or word of anybody in clear, fetched or written here", async () => {
    const { page, open } = await openPhone();
    await open();
    await page.locator(".row-link").first().waitFor();
    await takeAlong(page);
    await untilKept(page);
    await beginVisit(page, "何树生");
    await page.getByLabel("住址").fill("云岭村东头第三家");
    await pressOn(page, "交上去");
    await page.getByLabel("户里怎么说？").fill("井干了");
    await page.getByText(/已存手机/).waitFor();
    const text = await kept(page);
    expect(text.length).toBeGreaterThan(1_000);
    for (const canary of ["何树生", "祝长青", "13800000000", "云岭村", "井干了", "卓一鸣", "1968-05-20", "water"])
      expect(text).not.toContain(canary);
  });

  it("is forgotten on signing out, but for what is not on the ledger, which waits for the same person", async () => {
    const { page, ledger, open } = await openPhone();
    await open();
    await page.locator(".row-link").first().waitFor();
    await takeAlong(page);
    await beginVisit(page, "何树生");
    await page.getByLabel("住址").fill("云岭村东头第三家");
    await page.getByText(/已存手机/).waitFor();
    await open("#/me");
    await page.getByRole("button", { name: "退出，删掉手机里的户档案" }).click();
    await page.getByText("还有 1 条记录没入账本").waitFor();
    await page.getByRole("button", { name: "退出", exact: true }).click();
    await page.getByRole("heading", { name: "登录" }).waitFor();
    expect(await countOf(page, ["files", "notes", "records"])).toEqual([0, 0, 1]);
    ledger.isSignedIn = true;
    await page.reload();
    await open("#/records");
    await page.locator(".record", { hasText: "何树生" }).waitFor();
  });
});

describe("a file that was taken along", () => {
  it("goes from the phone by itself after a week, whether there is a signal or not", async () => {
    const { page, open, loseSignal } = await openPhone();
    await open();
    await page.locator(".row-link").first().waitFor();
    await takeAlong(page);
    await untilKept(page);
    await loseSignal();
    await page.clock.setFixedTime(Date.now() + 6.9 * dayMs);
    await page.reload();
    await page.locator(".row-link .ok").first().waitFor();
    await page.clock.setFixedTime(Date.now() + 7.1 * dayMs);
    await page.reload();
    await page.locator(".row-link", { hasText: "没带上" }).first().waitFor();
    expect(await countOf(page, ["files"])).toEqual([0]);
  });
});

describe("what is fetched to open the application", () => {
  it("is at most 250 KB, compressed", async () => {
    const folder = await builtField();
    const page = readFileSync(join(folder, "index.html"), "utf8");
    const assets = [...page.matchAll(/\/field\/(assets\/[\w.-]+)/g)].map(([, path = ""]) => path);
    const bytes = assets.reduce((sum, path) => sum + readFileSync(join(folder, `${path}.gz`)).length, page.length);
    expect(assets.length).toBeGreaterThan(1);
    expect(bytes).toBeLessThan(250_000);
  });
});
