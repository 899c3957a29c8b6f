import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { arrived, goWithin as pageGoWithin } from "@mingbai/testkit/browser/arrive";
import { launchBrowser } from "@mingbai/testkit/browser/launch";
import { type Look, openLook, usual, watchFaults } from "@mingbai/testkit/browser/looks";
import { type MockAnswer, mockAnswers } from "@mingbai/testkit/browser/mock/mock-answers";
import { mockLedger } from "@mingbai/testkit/browser/mock/mock-ledger";
import { mockNowMs } from "@mingbai/testkit/browser/mock/mock-matters";
import { type mockPeople, mockWork } from "@mingbai/testkit/browser/mock/mock-work";
import { type MockApi, type MockServer, serveMock } from "@mingbai/testkit/browser/mock/serve-mock";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { contentSecurityPolicy, withNonce } from "./csp.ts";
import { builtPages } from "./test-pages.ts";

/** Where the pictures of a run lie. */
export const shots = mkdtempSync(join(tmpdir(), "mingbai-work-"));
const ledger = mockLedger({ count: 50 });

let browser: Browser;
let outDir: string;
let ends: (() => Promise<void>)[] = [];

/** Builds the pages and starts a browser for the tests of a file; each test's pages are closed after it. */
export function usePages(): void {
  beforeAll(async () => {
    outDir = await builtPages();
    browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
  });
  afterEach(async () => {
    for (const end of ends) await end();
    ends = [];
  });
}

/** Someone at a page, with the mock ledger behind it, and `more` that it answers; faults of the page are collected. */
export async function openPage(
  role: keyof typeof mockPeople,
  route: string,
  look: Look = usual,
  more: Readonly<Record<string, MockAnswer>> = {},
) {
  const work = mockWork(role);
  const server = await serveWork(work, { more });
  const page = await newPage(look, work.keyId);
  const faults = watchFaults(page);
  const go = async (to: string) => {
    await page.clock.setFixedTime(mockNowMs);
    await page.goto(server.url + work.path(to));
    await arrived(page);
  };
  const goWithin = (to: string) => pageGoWithin(page, work.path(to));
  await go(route);
  return { ...work, page, faults, go, goWithin, server };
}

/** A node with this work in it; it ends with the test. */
export async function serveWork(
  work: ReturnType<typeof mockWork>,
  { more = {}, api = work.api }: { more?: Readonly<Record<string, MockAnswer>>; api?: MockApi },
): Promise<MockServer> {
  const server = await serveMock({
    rules: { outDir, contentSecurityPolicy, withNonce },
    answer: mockAnswers(ledger, { more: { ...work.answers, ...more } }),
    api,
  });
  ends.push(() => server.close());
  return server;
}

/** An empty page of somebody who is signed in with this key; it ends with the test. */
export async function newPage(look: Look, keyId: string): Promise<Page> {
  const context = await openLook(browser, look, { session: keyId });
  ends.push(() => context.close());
  return context.newPage();
}

/** A matter with two versions. */
export const drain = "枫桥里雨污分流改造，第 2 期进度款";
/** Until the modal is gone: what was signed is final, or was given up. */
export const signed = (page: Page) => page.locator("dialog.signing").waitFor({ state: "detached" });
