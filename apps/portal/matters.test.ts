import { askOf } from "@mingbai/app-node/web/serve-portal";
import { describe, expect, it } from "vitest";
import { Portal } from "./portal.ts";
import { smallLedger, testQueries } from "./testing/test-portal.ts";

const ledger = smallLedger();
const origin = "https://mingbai.linxi.example";
const portal = new Portal({ ask: askOf(testQueries(ledger)), readHeight: () => 7, origin: () => origin });
const receipt = ledger.payments[3]?.id ?? "";

async function open(address: string) {
  const { pathname, searchParams } = new URL(address, "http://localhost");
  return portal.open(pathname, searchParams);
}

async function check(text: string) {
  return portal.check("/public/check", new URLSearchParams(), text);
}

/** Amounts of the table of matters, rows and sums, in minor units. */
function amounts(body: string) {
  const list = body.slice(body.lastIndexOf("<table"));
  const [rows = "", sums = ""] = list.split("<tfoot");
  const found = (text: string) =>
    [...text.matchAll(/<span class="money">([^<]*)<i>([^<]*)<\/i>/g)].map(([, whole = "", decimals = ""]) =>
      Number((whole + decimals).replaceAll(/[,.]/g, "").replace("\u2212", "-")),
    );
  return { rows: found(rows), sums: found(sums) };
}

const total = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0);

describe("the public list of matters", () => {
  it("has a hundred a page, each sum that of its rows, all pages one list", async () => {
    let address: string | undefined = "/public/matters?unit=qingshi";
    let [sum, count] = [0, 0];
    let whole: number | undefined;
    while (address !== undefined) {
      const { body, status } = await open(address);
      expect(status).toBe(200);
      const { rows, sums } = amounts(body);
      expect(sums[0]).toBe(total(rows));
      whole = sums.at(-1);
      sum += total(rows);
      count += rows.length;
      address = /class="button" href="([^"]*cursor[^"]*)"/.exec(body)?.[1]?.replaceAll("&amp;", "&");
    }
    expect([count, sum]).toEqual([ledger.payments.length / 2, whole]);
  });

  it("says how far the matters of a filter are, and each stage leads to its own", async () => {
    const { body } = await open("/public/matters?fund=2");
    const stages = body.slice(body.indexOf("<table"), body.indexOf("</table>"));
    expect(stages.match(/<tr role="row" class="row">/g)?.length).toBeGreaterThan(3);
    expect(stages).toContain('href="/public/matters?fund=2&amp;stage=passed"');
    const { body: passed } = await open("/public/matters?fund=2&stage=passed");
    expect(passed).toContain("已批准");
    expect(amounts(passed).sums).toEqual([total(amounts(passed).rows)]);
  });

  it("leads from each matter to the check of its receipt", async () => {
    const { body } = await open("/public/matters");
    const links = [...body.matchAll(/<a class="nw" href="(\/public\/check\?receipt=[0-9a-f]{64})">QS-2026-\d{4}</g)];
    expect(links).toHaveLength(100);
  });

  it("tells neither a name of a person nor an account", async () => {
    const { body } = await open("/public/matters");
    const told = ledger.payments.filter(
      ({ payee }) => payee.nature === "person" && (body.includes(payee.name) || body.includes(payee.account)),
    );
    expect(told).toEqual([]);
  });

  it.each([
    ["/public/matters?stage=lost", 400],
    ["/public/matters?fund=x", 400],
    ["/public/matters?after=-1", 400],
    ["/public/matters?unit=", 200],
    ["/public/en/matters?stage=passed&large=1", 200],
  ])("answers %s with %i", async (address, status) => {
    const answer = await open(address);
    expect(answer.status).toBe(status);
    expect(answer.body).not.toMatch(/<script|style=|\son\w+=|\{\{|undefined|NaN|\[object/);
  });
});

describe("the code of a receipt", () => {
  it("stands beside a good verdict, with the address at which anyone can check it", async () => {
    const { body } = await open(`/public/check?receipt=${receipt}`);
    expect(body).toContain('<svg class="qr" role="img" aria-label="这张回执的二维码"');
  });

  it.each([
    ["the address that it leads to", `${origin}/public/check?receipt=${receipt}`],
    ["that address in English and large", `${origin}/public/en/check?large=1&receipt=${receipt}\n`],
    ["the number alone", receipt],
  ])("is as good as the receipt where it is pasted: %s", async (_, text) => {
    const { body, status } = await check(text);
    expect(status).toBe(200);
    expect(body).toContain('class="verdict ok"');
  });

  it("of a receipt that is not there is said to be unknown", async () => {
    expect((await check(`${origin}/public/check?receipt=${"0".repeat(64)}`)).status).toBe(404);
  });
});
