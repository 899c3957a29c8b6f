import { readFileSync } from "node:fs";
import { join } from "node:path";
import { arrived, goWithin } from "@mingbai/testkit/browser/arrive";
import { launchBrowser } from "@mingbai/testkit/browser/launch";
import { openLook, usual } from "@mingbai/testkit/browser/looks";
import { mockAnswers } from "@mingbai/testkit/browser/mock/mock-answers";
import { mockCaseId } from "@mingbai/testkit/browser/mock/mock-cases";
import { mockVillage } from "@mingbai/testkit/browser/mock/mock-comparison";
import { mockErasureIds } from "@mingbai/testkit/browser/mock/mock-erasures";
import { openProposalId } from "@mingbai/testkit/browser/mock/mock-governance";
import { mockHouseholdId } from "@mingbai/testkit/browser/mock/mock-household";
import { mockLedger } from "@mingbai/testkit/browser/mock/mock-ledger";
import { mockAway, mockOffice, mockOfficeAnswers } from "@mingbai/testkit/browser/mock/mock-office";
import { mockPeople, mockWork } from "@mingbai/testkit/browser/mock/mock-work";
import { serveMock } from "@mingbai/testkit/browser/mock/serve-mock";
import { textWriter } from "@mingbai/testkit/browser/mock/write-texts";
import { deepCount } from "@mingbai/testkit/deep";
import { naughtyStrings } from "@mingbai/testkit/naughty-strings";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contentSecurityPolicy, cspNoncePlaceholder, withNonce } from "./csp.ts";
import { builtPages } from "./test-pages.ts";
import { drain } from "./test-work-pages.ts";

const testMsMax = 300_000;
/** A page typed full of every string takes minutes: the deep run types them in so many parts, a usual run one part of more. */
const typedRuns = 4;
const typedParts = deepCount(96, typedRuns);
const ledger = mockLedger({ count: 40 });
const payment = ledger.payments.find(({ status }) => status === "burned")?.id ?? "";
const [transaction = ""] = payment.split("-");
const someHash = "ab".repeat(32);

/** Every address of the pages with somebody who works there. */
const routes: readonly (readonly [pattern: string, role: keyof typeof mockPeople, path: string])[] = [
  ["sign-in", "manager", "/sign-in"],
  ["", "manager", "/"],
  ["work", "manager", "/work"],
  ["work/new", "supplier", "/work/new?matter=:老年食堂 10 月运营费"],
  ["work/pay", "finance", "/work/pay?matter=:小微水体清淤，预付款"],
  ["work/:id", "manager", `/work/:${drain}`],
  ["notices", "manager", "/notices"],
  ["mail/end/:token", "manager", `/mail/end/${someHash}`],
  ["reconciliation", "finance", "/reconciliation"],
  ["regulator", "regulator", "/regulator?text=a"],
  ["governance", "regulator", "/governance"],
  ["levels", "manager", "/levels"],
  ["governance/rules", "manager", "/governance/rules"],
  ["governance/propose", "manager", "/governance/propose"],
  ["governance/:proposal", "manager", `/governance/${openProposalId}`],
  ["redemptions", "finance", "/redemptions"],
  ["disbursement", "manager", "/disbursement"],
  ["disbursement/new", "manager", "/disbursement/new"],
  ["disbursement/:manifest", "manager", `/disbursement/${someHash}`],
  ["offers", "finance", "/offers"],
  ["offers/new", "finance", "/offers/new"],
  ["offers/merchants", "finance", "/offers/merchants"],
  ["offers/:offer", "finance", `/offers/${someHash}`],
  ["wallet", "supplier", "/wallet"],
  ["vouchers/:offer", "supplier", `/vouchers/${someHash}`],
  ["spend/:merchant", "supplier", "/spend/00000000000000b2"],
  ["till", "supplier", "/till"],
  ["payments", "manager", "/payments"],
  ["payments/:id", "manager", `/payments/${payment}`],
  ["registry", "grid", "/registry"],
  ["import", "grid", "/import"],
  ["contradictions", "clerk", "/contradictions"],
  ["contradictions/unregistered", "clerk", "/contradictions/unregistered"],
  ["contradictions/:household", "clerk", `/contradictions/${mockHouseholdId}`],
  ["villages", "clerk", "/villages"],
  ["villages/:code", "clerk", `/villages/${mockVillage}`],
  ["registry/own", "supplier", "/registry/own"],
  ["registry/own/found", "citizen", "/registry/own/found"],
  ["registry/own/apply", "supplier", "/registry/own/apply"],
  ["cases", "grid", "/cases"],
  ["cases/code", "grid", "/cases/code"],
  ["cases/:id/objection", "citizen", `/cases/${mockCaseId}/objection`],
  ["cases/:id", "grid", `/cases/${mockCaseId}`],
  ["policies", "grid", "/policies"],
  ["policies/new", "grid", "/policies/new"],
  ["registry/form", "grid", "/registry/form"],
  ["registry/new", "grid", "/registry/new"],
  ["registry/erasures", "grid", "/registry/erasures"],
  ["registry/erasures/:erasure", "grid", `/registry/erasures/${mockErasureIds.open}`],
  ["registry/:household/erase", "grid", `/registry/${mockHouseholdId}/erase`],
  ["registry/:household", "grid", `/registry/${mockHouseholdId}`],
  ["registry/:household/edit", "grid", `/registry/${mockHouseholdId}/edit`],
  ["helpers", "leader", "/helpers"],
  ["helpers/assign", "leader", "/helpers/assign?area=fengxi"],
  ["helpers/hand-over/:transaction", "clerk", `/helpers/hand-over/${someHash}`],
  ["people", "manager", "/people"],
  ["people/devices", "manager", "/people/devices"],
  ["people/rules", "manager", "/people/rules"],
  ["people/organisations/:id", "manager", `/people/organisations/${mockOffice.id}`],
  ["people/:account", "manager", `/people/${mockAway.account}`],
  ["ledger", "manager", "/ledger"],
  ["ledger/nodes", "manager", "/ledger/nodes"],
  ["ledger/blocks/:height", "manager", "/ledger/blocks/1200"],
  ["ledger/transactions/:id", "manager", `/ledger/transactions/${transaction}`],
  ["checkpoints", "manager", "/checkpoints"],
  ["verify", "manager", "/verify"],
  ["*", "manager", "/no/such/page"],
];

let browser: Browser;
let outDir: string;

beforeAll(async () => {
  outDir = await builtPages();
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
});

/** Opens every page with these words in every text of every answer, and hands it to `look`. */
async function everywhere(
  { language, words }: { language: "zh" | "en"; words: (before: string) => string },
  look: (
    page: Page,
    at: { readonly route: string; readonly faults: readonly string[]; readonly name: string },
  ) => Promise<void>,
): Promise<void> {
  const write = textWriter(words);
  for (const role of new Set(routes.map(([, one]) => one))) {
    const work = mockWork(role);
    const answer = mockAnswers(ledger, { more: { ...mockOfficeAnswers, ...work.answers } });
    const server = await serveMock({
      rules: { outDir, contentSecurityPolicy, withNonce },
      answer: async (name, params) => write(name, await answer(name, params)),
      api: work.api,
    });
    const context = await openLook(browser, { ...usual, language }, { session: work.keyId, filePurpose: "visit" });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("dialog", (dialog) => void dialog.dismiss().then(() => faults.push("a dialog")));
    page.on("request", (request) => request.url().startsWith(server.url) || faults.push(request.url()));
    page.on("console", (message) => /Content Security Policy/.test(message.text()) && faults.push(message.text()));
    await page.goto(server.url);
    await arrived(page);
    for (const [, , path] of routes.filter(([, one]) => one === role)) {
      await goWithin(page, work.path(path));
      await look(page, { route: path, faults, name: mockPeople[role].name });
    }
    await context.close();
    await server.close();
  }
}

/** What markup in a text would have made, had it become markup. */
function harm(): string[] {
  const made =
    "main script, iframe, base, meta[http-equiv=refresh], [onload], [onerror], [ontoggle], [onfocus], [onbegin]";
  const links = [...document.querySelectorAll("a[href], form[action]")].map(
    (element) => element.getAttribute("href") ?? element.getAttribute("action") ?? "",
  );
  return [
    ...("hacked" in window ? ["hacked"] : []),
    ...[...document.querySelectorAll(made)].map(({ outerHTML }) => outerHTML.slice(0, 200)),
    ...links.filter((link) => /^\s*(javascript|data|vbscript):/i.test(link)),
    ...links.filter((link) => URL.parse(link, location.href)?.host === "example.invalid"),
  ];
}

describe("every page, whatever people wrote", () => {
  it("is in this list", () => {
    const source = readFileSync(join(import.meta.dirname, "src/routes.tsx"), "utf8");
    const paths = [...source.matchAll(/path: "([^"]*)"/g)].map(([, path = ""]) => path);
    expect(
      routes
        .map(([pattern]) => pattern)
        .filter((pattern) => pattern !== "")
        .sort(),
    ).toEqual(paths.filter((path) => path !== "/").sort());
  });

  it.each(Array.from({ length: deepCount(1, typedRuns) }, (_, run) => run))(
    "shows the big list of naughty strings as text, and takes it into every field (run %i)",
    async (run) => {
      // Each field shows the next string, so that every run shows each somewhere else; together they type all into all.
      let next = run * 7;
      let fields = 0;
      const words = () => naughtyStrings[next++ % naughtyStrings.length] ?? "";
      const typed = naughtyStrings.filter((_, at) => at % typedParts === run);
      await everywhere({ language: "zh", words }, async (page, { route, faults }) => {
        expect(await page.evaluate(harm), route).toEqual([]);
        fields += await page.evaluate(typeAll, typed);
        expect(await page.evaluate(harm), `${route}, typed into`).toEqual([]);
        expect(faults, route).toEqual([]);
      });
      expect(next - run * 7).toBeGreaterThan(naughtyStrings.length);
      expect(fields).toBeGreaterThan(20);
    },
    testMsMax,
  );

  it(
    "has no Chinese on English pages but the other language's name",
    async () => {
      await everywhere({ language: "en", words: () => "abc" }, async (page, { route, name }) => {
        const texts = await page.evaluate(textsShown);
        const known = (text: string) => text.replaceAll(name, "").replaceAll("中文", "");
        expect(
          texts.filter((text) => /[\u3400-\u9fff]/.test(known(text))),
          route,
        ).toEqual([]);
      });
    },
    testMsMax,
  );
});

describe("the policy of the pages", () => {
  it("names every source, and lets nothing run or look that stands in the page itself", () => {
    const policy = contentSecurityPolicy("abc");
    expect(policy).not.toMatch(/unsafe|\*|https?:|blob:/);
    const sources = ["default-src 'none'", "script-src 'self'", "style-src 'self' 'nonce-abc'"];
    expect(policy.split("; ")).toEqual(expect.arrayContaining(sources));
  });

  it("is one that the built page keeps: no script or handler within it, and styles with the answer's nonce alone", () => {
    const page = withNonce(readFileSync(join(outDir, "index.html"), "utf8"), "abc");
    const tags = (shape: RegExp) => [...page.matchAll(shape)].map(([tag]) => tag);
    expect(page).not.toContain(cspNoncePlaceholder);
    expect(tags(/<script(?![^>]*\ssrc=)[^>]*>/g)).toEqual([]);
    expect(tags(/<style(?![^>]*\snonce="abc")[^>]*>/g)).toEqual([]);
    expect(tags(/<[^>]*\s(on\w+|style)=[^>]*>/g)).toEqual([]);
  });
});

/** Every text of the page, also those that only a screen reader tells. */
function textsShown(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walker.nextNode()) {
    const { nodeValue, parentElement } = walker.currentNode;
    // What is marked as Chinese is meant to be.
    if (parentElement?.closest("noscript, [lang^=zh]") === null) texts.push(nodeValue ?? "");
  }
  const told = ["aria-label", "title", "placeholder", "alt"].flatMap((attribute) =>
    [...document.querySelectorAll(`[${attribute}]`)].map((element) => element.getAttribute(attribute) ?? ""),
  );
  return [...texts, ...told];
}

/** Types each text into each field as a person would, and says how many fields there were. */
async function typeAll(texts: readonly string[]): Promise<number> {
  const fields = [...document.querySelectorAll("textarea, input")].filter(
    (field) => field.tagName === "TEXTAREA" || /^(text|search|tel|email|url|)$/.test(field.getAttribute("type") ?? ""),
  );
  for (const field of fields) {
    const shape = field.tagName === "TEXTAREA" ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
    const write = Object.getOwnPropertyDescriptor(shape, "value")?.set;
    for (const text of texts) {
      write?.call(field, text);
      field.dispatchEvent(new Event("input", { bubbles: true }));
      // React takes no more than fifty changes in one turn.
      await new Promise((next) => {
        const channel = new MessageChannel();
        channel.port1.onmessage = next;
        channel.port2.postMessage(0);
      });
    }
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
  return fields.length;
}
