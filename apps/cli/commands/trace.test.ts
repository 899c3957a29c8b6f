import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatTable } from "../format-table.ts";
import { runCli } from "../testing/run-cli.ts";

const id = "ab".repeat(32);
const payee = { account: "00000000000000a1", name: "海风工程有限公司", nature: "organisation" };
const payment = {
  id: `${id}-3`,
  reference: "INV-7",
  kind: "payment",
  status: "burned",
  paidOn: "2026-01-02",
  enteredMs: 1_767_312_000_000,
  amountMinor: 646_805,
  fund: { id: "parks", name: "Parks" },
  payee,
  purpose: "",
  height: 9,
};
const step = {
  step: 1,
  kind: "disburse",
  timeMs: 1_767_312_000_000,
  to: payee,
  amountMinor: 646_805,
  paymentMinor: 646_805,
  actors: [],
  transaction: { id, line: 3, height: 9 },
};
const readAt = { height: 12, timeMs: 1_767_312_000_000 };
const track = { payment, steps: [step], burnedMinor: 646_805, flow: { nodes: [], links: [] }, related: [], readAt };
const chain = {
  chain: "cd".repeat(32),
  name: "Test",
  demo: true,
  reconstruction: false,
  currency: { code: "CNY", decimals: 2 },
  height: 12,
  timeMs: 0,
};

let server: Server;
let url = "";

beforeAll(async () => {
  server = createServer(({ url: asked = "" }, response) => {
    const isKnown = asked.startsWith("/api/queries/ledger.chain") || asked.endsWith(`treasury.track?id=${id}-3`);
    const problem = { code: "UNKNOWN_PAYMENT", detailEn: "There is no such payment.", detailZh: "没有这笔付款" };
    response.writeHead(isKnown ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(!isKnown ? problem : asked.includes("ledger.chain") ? chain : track));
  }).listen(0, "localhost");
  await once(server, "listening");
  url = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

describe("mingbai trace", () => {
  it("shows each step with its amount in units of the currency", async () => {
    const { code, out } = await runCli(["trace", id, "--line", "3", "--url", url]);
    expect(code).toBe(0);
    expect(out).toContain("INV-7 · Parks · 海风工程有限公司 · 6468.05 CNY");
    expect(out).toMatch(/1 {2}disburse {2}2026-01-02T00:00:00 .*海风工程有限公司 +6468\.05 +9\n/);
  });

  it("takes a payment's own id, speaks Chinese, and prints JSON for scripts", async () => {
    const { out } = await runCli(["trace", `${id}-3`, "--url", url], { MINGBAI_LANG: "zh_CN.UTF-8" });
    expect(out).toContain("银行已付 6468.05 CNY");
    const json = await runCli(["trace", `${id}-3`, "--url", url, "--json"]);
    expect(JSON.parse(json.out)).toEqual(track);
  });

  it("ends with 1 and the node's words where there is no such payment", async () => {
    const { code, err } = await runCli(["trace", id, "--url", url]);
    expect({ code, err }).toEqual({ code: 1, err: "mingbai: There is no such payment.\n" });
  });
});

describe("a table", () => {
  it("keeps its columns where characters are wide", () => {
    const rows = [
      ["公司", "1"],
      ["abcde", "22"],
    ];
    expect(formatTable(rows, new Set([1]))).toBe("公司    1\nabcde  22");
  });
});
