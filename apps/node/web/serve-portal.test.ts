import { gunzipSync } from "node:zlib";
import { stylePath } from "@mingbai/app-portal/style/style";
import { smallLedger, testPortalServer, testQueries } from "@mingbai/app-portal/testing/test-portal";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sentReceipt } from "./sent-receipt.ts";

const ledger = smallLedger();
const queries = testQueries(ledger);
const [payment] = ledger.payments;
let server: FastifyInstance;
let receipt = "";

beforeAll(async () => {
  server = await testPortalServer(queries);
  receipt = (await server.inject(`/public/receipts/${payment?.id}`)).body;
});
afterAll(() => server.close());

describe("the public pages of a node", () => {
  it("allow no script and nothing from elsewhere", async () => {
    const { headers, statusCode } = await server.inject("/public");
    expect(statusCode).toBe(200);
    expect(headers["content-security-policy"]).toBe(
      "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["set-cookie"]).toBeUndefined();
  });

  it("have a tag by height and content, by which a reader who knows the page is told so", async () => {
    const { etag } = (await server.inject("/public")).headers;
    expect(etag).toMatch(/^W\/"7-[0-9a-f]{16}"$/);
    const again = await server.inject({ url: "/public", headers: { "if-none-match": `"x", ${etag}` } });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe("");
    expect((await server.inject("/public/en")).headers.etag).not.toBe(etag);
  });

  it("come packed where the reader takes that, and plain where not", async () => {
    const packed = await server.inject({ url: "/public", headers: { "accept-encoding": "br, gzip" } });
    const plain = await server.inject({ url: "/public", headers: { "accept-encoding": "gzip;q=0" } });
    expect(packed.headers["content-encoding"]).toBe("gzip");
    expect(packed.headers.vary).toContain("accept-encoding");
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.body);
  });

  it("keep the style sheet for ever, and nothing about receipts", async () => {
    expect((await server.inject(stylePath)).headers["cache-control"]).toContain("immutable");
    expect((await server.inject("/public/check?receipt=x")).headers["cache-control"]).toBe("no-store");
    const file = await server.inject(`/public/receipts/${payment?.id}`);
    expect(file.headers["content-disposition"]).toContain("attachment");
    expect(file.headers["cache-control"]).toBe("no-store");
  });

  it("ask no question that is not open to anyone", async () => {
    const closed = queries.map((query) =>
      query.name === "treasury.monthlyPaid" ? { ...query, allow: [{ role: "auditor" as const }] } : query,
    );
    const other = await testPortalServer(closed);
    expect((await other.inject("/public")).statusCode).toBe(503);
    expect((await other.inject("/public/check")).statusCode).toBe(200);
    await other.close();
  });
});

/** A form as a browser sends it, with a receipt in the field, in a file, or in both. */
async function formOf(parts: { receipt?: string; file?: string }) {
  const form = new FormData();
  if (parts.receipt !== undefined) form.set("receipt", parts.receipt);
  form.set("file", new File([parts.file ?? ""], parts.file === undefined ? "" : "receipt.json"));
  const sent = new Response(form);
  const payload = Buffer.from(await sent.arrayBuffer());
  return { payload, headers: { "content-type": sent.headers.get("content-type") ?? "" } };
}

describe("a receipt that is sent", () => {
  const check = (sent: { payload: Buffer | string; headers: Record<string, string> }) =>
    server.inject({ method: "POST", url: "/public/check", ...sent });

  it.each([
    ["pasted", async () => formOf({ receipt })],
    ["chosen as a file", async () => formOf({ file: receipt })],
    ["chosen as a file, whatever is pasted", async () => formOf({ file: receipt, receipt: "{}" })],
    [
      "pasted in a plain form",
      async () => ({
        payload: new URLSearchParams({ receipt }).toString(),
        headers: { "content-type": "application/x-www-form-urlencoded" },
      }),
    ],
    ["sent as it is", async () => ({ payload: receipt, headers: { "content-type": "application/json" } })],
  ])("%s is found genuine", async (_how, make) => {
    const { statusCode, body } = await check(await make());
    expect(statusCode).toBe(200);
    expect(body).toContain("这张回执是真的");
  });

  it("is found altered when one byte of what was signed is another", async () => {
    const read = JSON.parse(receipt) as { body: string };
    const body = Buffer.from(read.body, "base64");
    body[20] = (body[20] ?? 0) ^ 1;
    const altered = JSON.stringify({ ...read, body: body.toString("base64") });
    const answer = await check(await formOf({ receipt: altered }));
    expect(answer.body).toContain("这张回执对不上");
    expect(answer.body).not.toContain("这张回执是真的");
  });

  it.each([
    ["nothing", "", 422],
    ["half of one", "{", 200],
    ["too much", "x".repeat(1024 * 1024 + 1), 413],
    ["far too much", "x".repeat(5 * 1024 * 1024), 413],
  ])("and is %s is answered in words", async (_what, text, status) => {
    const answer = await check(await formOf({ receipt: text }));
    expect(answer.statusCode).toBe(status);
    expect(answer.body).toContain('role="alert"');
    expect(answer.body).not.toContain("这张回执是真的");
  });

  it("in a form that is none, or with no type, is empty", async () => {
    expect(await sentReceipt("multipart/form-data", Buffer.from("x"))).toBe("");
    expect(await sentReceipt("multipart/form-data; boundary=a", Buffer.from("--a\r\nbroken"))).toBe("");
    expect(await sentReceipt(undefined, Buffer.from("x"))).toBe("");
    expect(await sentReceipt("text/plain", undefined)).toBe("");
  });
});
