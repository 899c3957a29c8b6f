import { gzipSync } from "node:zlib";
import { askOf } from "@mingbai/app-node/web/serve-portal";
import type { MockAnswer } from "@mingbai/testkit/browser/mock/mock-answers";
import { describe, expect, it } from "vitest";
import { Portal } from "./portal.ts";
import { styleSheet } from "./style/style.ts";
import { smallLedger, testQueries } from "./testing/test-portal.ts";

const pageGzipBytesMax = 150 * 1024;
const ledger = smallLedger();
const [first] = ledger.payments;
const person = ledger.payments.find(({ payee }) => payee.nature === "person");
const supplier = ledger.payments.find(({ payee }) => payee.nature === "organisation");
if (first === undefined || person === undefined || supplier === undefined) throw new Error("the mock has no payments");

function portalOf(more: Record<string, MockAnswer> = {}, onAsk?: (name: string) => void, height = () => 7): Portal {
  return new Portal({ ask: askOf(testQueries(ledger, { more, ...(onAsk && { onAsk }) })), readHeight: height });
}

async function open(address: string, portal = portalOf()) {
  const { pathname, searchParams } = new URL(address, "http://localhost");
  return portal.open(pathname, searchParams);
}

/** Amounts in cells of this table section, in minor units. */
function amounts(page: string, section: "tbody" | "tfoot"): number[] {
  const found = [...page.matchAll(/<span class="money">([^<]*)<i>([^<]*)<\/i>/g)];
  const body = new RegExp(`<${section}[^>]*>.*?</${section}>`, "gs");
  const inside = [...page.matchAll(body)].map(({ index, 0: text }) => [index, index + text.length] as const);
  return found
    .filter(({ index }) => inside.some(([from, to]) => index > from && index < to))
    .map(([, whole = "", decimals = ""]) => Number((whole + decimals).replaceAll(/[,.]/g, "").replace("\u2212", "-")));
}

describe("the public pages", () => {
  it("show three figures that add up, exact and short", async () => {
    const { body } = await open("/public");
    const shown = [...body.matchAll(/class="opens" href="[^"]*">([\d.,]+)<\/a>/g)].map(([, text = ""]) => Number(text));
    expect(shown).toHaveLength(3);
    expect(Math.round(((shown[1] ?? 0) + (shown[2] ?? 0)) * 1_000)).toBe(Math.round((shown[0] ?? 0) * 1_000));
    const exact = [...body.matchAll(/class="exact">([\d.,]+) 元/g)].map(([, text = ""]) =>
      Number(text.replaceAll(/[,.]/g, "")),
    );
    expect((exact[1] ?? 0) + (exact[2] ?? 0)).toBe(exact[0]);
  });

  it("list a fund's payments a hundred a page, each sum that of its rows, all pages one list", async () => {
    const fund = ledger.funds.find(({ id }) => ledger.payments.filter((row) => row.fund.id === id).length > 100);
    const rows = ledger.payments.filter((row) => row.fund.id === fund?.id);
    let address: string | undefined = `/public/payments?fund=${fund?.id}`;
    let sum = 0;
    let count = 0;
    while (address !== undefined) {
      const { body, status } = await open(address);
      expect(status).toBe(200);
      const listed = amounts(body, "tbody");
      const sums = amounts(body, "tfoot");
      expect(sums.at(-1)).toBe(rows.reduce((total, { amountMinor }) => total + amountMinor, 0));
      expect(sums[0]).toBe(listed.reduce((total, amount) => total + amount, 0));
      sum += listed.reduce((total, amount) => total + amount, 0);
      count += listed.length;
      address = /class="button" href="([^"]*cursor[^"]*)"/.exec(body)?.[1]?.replaceAll("&amp;", "&");
    }
    expect(count).toBe(rows.length);
    expect(sum).toBe(rows.reduce((total, { amountMinor }) => total + amountMinor, 0));
  });

  it.each([
    ["/public/payments", 200],
    [`/public/payments?payee=${supplier.payee.account}`, 200],
    ["/public/en/payments?fund=roads&status=burned&from=2026-01-01&to=", 200],
    [`/public/payments?payee=${person.payee.account}`, 404],
    ["/public/payments?payee=1", 400],
    ["/public/payments?from=2026-13-45", 400],
    ["/public/payments?status=lost", 400],
    ["/public/payments?after=-1", 400],
    [`/public/payments/${first.id}`, 200],
    [`/public/payments/${"0".repeat(64)}-0`, 404],
    ["/public/payments/x", 404],
    ["/public/funds/roads", 200],
    ["/public/funds/none", 404],
    ["/public/funds/%ff", 404],
    ["/public/check", 200],
    [`/public/check?receipt=${first.id}`, 200],
    [`/public/check?receipt=${"0".repeat(64)}`, 404],
    ["/public/check?receipt=../../x", 404],
    ["/public/nothing", 404],
    ["/public/en", 200],
    ["/public/enough", 404],
  ])("answer %s with %i, in both languages and sizes", async (address, status) => {
    for (const look of ["", "large=1"]) {
      const answer = await open(`${address}${address.includes("?") ? "&" : "?"}${look}`);
      expect(answer.status).toBe(status);
      expect(answer.body).toContain(
        address.startsWith("/public/en") && !address.startsWith("/public/eno") ? 'lang="en"' : 'lang="zh-CN"',
      );
      expect(answer.body.includes('class="large"')).toBe(look !== "");
      expect(answer.body).not.toMatch(/<script|style=|\son\w+=|\{\{|undefined|NaN|\[object/);
      expect(gzipSync(answer.body + styleSheet).length).toBeLessThanOrEqual(pageGzipBytesMax);
    }
  });

  it("never show an account of a person", async () => {
    const pages = await Promise.all(
      ["", "/payments?fund=relief", `/payments/${person.id}`].map((path) => open(`/public${path}`)),
    );
    const accounts = ledger.payments
      .filter(({ payee }) => payee.nature !== "organisation")
      .map(({ payee }) => payee.account);
    for (const { body } of pages) expect(accounts.filter((account) => body.includes(account))).toEqual([]);
  });

  it("say what is not settled: money that is nobody's, and a fund that differs from the bank", async () => {
    const balances = () => ({
      funds: [
        {
          id: "a",
          name: "甲",
          number: 1,
          outstandingMinor: 7,
          freeMinor: 7,
          lockedMinor: 0,
          namedMinor: 0,
          bookedMinor: 9,
          claimsMinor: 0,
        },
      ],
      suspenseMinor: 12_345,
      readAt: { height: 1, timeMs: 1 },
    });
    const { body } = await open("/public", portalOf({ "treasury.fundBalances": balances }));
    expect(body).toContain("123.45 元 还没归到任何资金");
    expect(body).toContain("甲：账本有 0.07 元，银行账簿有 0.09 元");
  });

  it("are made once for each read height, whatever else stands in the address", async () => {
    const asked: string[] = [];
    let height = 7;
    const portal = portalOf(
      {},
      (name) => asked.push(name),
      () => height,
    );
    await Promise.all([open("/public", portal), open("/public?x=1", portal), open("/public?y", portal)]);
    expect(asked.filter((name) => name === "treasury.monthlyPaid")).toHaveLength(1);
    height = 8;
    await open("/public", portal);
    expect(asked.filter((name) => name === "treasury.monthlyPaid")).toHaveLength(2);
  });

  it("say so where the node cannot be asked, and ask again for the next reader", async () => {
    let isAway = true;
    const more = {
      "treasury.monthlyPaid": () => {
        if (isAway) throw new Error("the database is away");
        return { months: [], readAt: { height: 1, timeMs: 1 } };
      },
    };
    const portal = portalOf(more);
    const away = await open("/public", portal);
    expect(away).toMatchObject({ status: 503 });
    expect(away.height).toBeUndefined();
    expect(away.body).toContain("没有丢");
    isAway = false;
    expect(await open("/public", portal)).toMatchObject({ status: 200, height: 7 });
  });
});
