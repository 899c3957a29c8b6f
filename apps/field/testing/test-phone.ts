import { serveField } from "@mingbai/app-node/web/serve-field";
import { launchBrowser } from "@mingbai/testkit/browser/launch";
import { type Look, openLook, watchFaults } from "@mingbai/testkit/browser/looks";
import { madeOnce } from "@mingbai/testkit/made-once";
import Fastify, { type FastifyReply, type FastifyRequest } from "fastify";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { buildField } from "../build.ts";
import { testHousehold } from "./test-files.ts";
import { TestLedger } from "./test-ledger.ts";

export const phoneLook: Look = { language: "zh", size: "usual", theme: "light", width: 390 };

let browser: Browser;
let folder: string;
let ends: (() => Promise<unknown>)[] = [];

/** Where the phone application of these sources lies, built once in a run of the tests. */
export function builtField(): Promise<string> {
  return madeOnce("field", async (outDir) => {
    await buildField({ outDir });
  });
}

/** Builds the application and starts a browser for the tests of a file; each test's phones are closed after it. */
export function usePhones(): void {
  beforeAll(async () => {
    folder = await builtField();
    browser = await launchBrowser();
  }, 120_000);
  afterAll(() => browser?.close());
  afterEach(async () => {
    for (const end of ends) await end();
    ends = [];
  });
}

/** A node that answers for the test's ledger, with the application as a node serves it. */
async function serveLedger(ledger: TestLedger): Promise<string> {
  const server = Fastify();
  server.removeAllContentTypeParsers();
  server.addContentTypeParser("*", { parseAs: "buffer" }, async (_request: FastifyRequest, body: Buffer) => body);
  server.addHook("onRequest", async (request) => {
    if (ledger.isAway) request.raw.socket.destroy();
  });
  await serveField(server, folder);
  server.all("/api/*", async (request: FastifyRequest, reply: FastifyReply) => {
    const { pathname, searchParams } = new URL(request.url, "http://localhost");
    const { method, headers } = request;
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const params = Object.fromEntries(searchParams);
    const answer = await ledger.answer({ method, path: pathname, params, headers, body });
    if (answer === "cut") return request.raw.socket.destroy();
    return reply.code(answer.status).send(answer.body);
  });
  await server.listen({ host: "localhost", port: 0 });
  ends.push(() => server.close());
  const [address] = server.addresses();
  return `http://localhost:${typeof address === "object" ? address.port : 0}`;
}

/** A phone with the application open at its list, a ledger of two households behind it. */
export async function openPhone({
  look = phoneLook,
  change,
}: {
  look?: Look;
  change?: (ledger: TestLedger) => void;
} = {}) {
  const ledger = new TestLedger([testHousehold(1, ["何树生", "祝长青"]), testHousehold(2, ["伍春来", "阮秋水"])]);
  change?.(ledger);
  const url = await serveLedger(ledger);
  const context = await openLook(browser, look);
  ends.unshift(() => context.close());
  const page = await context.newPage();
  const faults = watchFaults(page);
  const open = async (path = "") => {
    await page.goto(`${url}/field/${path}`);
    await page.locator("h1").waitFor();
  };
  return { ledger, url, context, page, faults, open, ...signalOf(ledger, page) };
}

/** The signal goes, for pages and their worker alike, and comes back as a phone says that it does. */
function signalOf(ledger: TestLedger, page: Page) {
  return {
    loseSignal: async () => {
      ledger.isAway = true;
      await page.evaluate(() => window.dispatchEvent(new Event("offline")));
    },
    findSignal: async () => {
      ledger.isAway = false;
      await page.evaluate(() => window.dispatchEvent(new Event("online")));
    },
  };
}

/** Waits until the application lies in the phone, so that it opens without a signal. */
export async function untilKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    const { active } = await navigator.serviceWorker.ready;
    while (active?.state !== "activated") await new Promise((next) => setTimeout(next, 20));
  });
}

/** Takes all households of the list along. */
export async function takeAlong(page: Page): Promise<void> {
  await page.locator(".fetch .btn").click();
  await page.locator(".fetch .ok").waitFor();
  await page.locator(".fetch .btn").waitFor({ state: "detached" });
}

/** Begins a visit to the household of this head and goes to the part of this title, from the first. */
export async function beginVisit(page: Page, head: string): Promise<void> {
  await page.locator(".row-link", { hasText: head }).click();
  await page.getByRole("button", { name: "记走访" }).click();
  await page.locator(".progress").waitFor();
}

/** Presses on until the button says what is sought. */
export async function pressOn(page: Page, until: string): Promise<void> {
  for (let part = 0; part < 20; part++) {
    const next = page.locator(".steps .btn.p");
    const label = (await next.textContent()) ?? "";
    if (label.includes(until)) return;
    await next.click();
    await page.waitForFunction((before) => document.querySelector(".steps .btn.p")?.textContent !== before, label);
  }
}
