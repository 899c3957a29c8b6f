import { fromHex, toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import { statementMessage } from "@mingbai/crypto/statement-message";
import { verifySignature } from "@mingbai/crypto/verify-signature";
import { readCamt053 } from "@mingbai/iso20022/camt053";
import { writePain001 } from "@mingbai/iso20022/pain001";
import { readPain002 } from "@mingbai/iso20022/pain002";
import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readBalance } from "../books/entries.ts";
import { readFaults } from "../books/faults.ts";
import { account, nowMs, opening, TestBooks, testClock } from "../testing/test-bank.ts";
import { money, testBankServer } from "../testing/test-bank-server.ts";
import { payOrders } from "../work/pay-orders.ts";

const clock = testClock();
let bank: TestBooks;
let server: FastifyInstance;

beforeEach(() => {
  bank = new TestBooks();
  server = testBankServer(bank.books, clock);
});
afterEach(async () => {
  await server.close();
  bank.remove();
});

const file = (messageId: string, orders: readonly [id: string, amount: number, payee?: string][]) =>
  Buffer.from(
    writePain001(
      {
        messageId,
        createdMs: nowMs,
        executionDay: "2027-01-15",
        debtor: { name: "F", account },
        orders: orders.map(([endToEndId, amount, payee = "6217"]) => ({
          endToEndId,
          amount,
          creditor: { name: "A", account: payee },
        })),
      },
      money,
    ),
  );
const post = (url: string, payload: Buffer | string, headers: Record<string, string> = {}) => {
  const type = typeof payload === "string" ? "application/x-www-form-urlencoded" : "application/xml";
  return server.inject({
    method: "POST",
    url,
    payload,
    headers: { "content-type": type, host: "localhost:80", ...headers },
  });
};
const get = (url: string, headers: Record<string, string> = {}) =>
  server.inject({ url, headers: { host: "localhost", ...headers } });
const report = async (payload: Buffer) => readPain002((await post("/orders", payload)).rawPayload);

describe("files to the bank", () => {
  it("are answered with how each order stands, and the same file again too", async () => {
    const first = file("M-1", [
      ["E-1", 700],
      ["E-2", 5],
    ]);
    expect(await report(first)).toMatchObject({ orders: [{ endToEndId: "E-1", status: "ACSP" }, { status: "ACSP" }] });
    payOrders(bank.books, { account, clock });
    payOrders(bank.books, { account, clock });
    expect(await report(first)).toMatchObject({
      originalMessageId: "M-1",
      orders: [{ status: "ACSC" }, { status: "ACSC" }],
    });
    expect(readBalance(bank.books, account)).toBe(opening - 705);
  });

  it("never have an end-to-end id paid under two messages", async () => {
    await post("/orders", file("M-1", [["E-1", 700]]));
    const again = file("M-2", [
      ["E-1", 700],
      ["E-2", 1],
    ]);
    expect(await report(again)).toMatchObject({ orders: [{ status: "ACSP" }, { status: "ACSP" }] });
    expect(await report(file("M-3", [["E-1", 701]]))).toMatchObject({ orders: [{ status: "RJCT", reason: "AM05" }] });
    payOrders(bank.books, { account, clock });
    expect(readBalance(bank.books, account)).toBe(opening - 701);
  });

  it.each([
    ["a message id that stands for other orders", () => file("M-1", [["E-9", 1]]), 409, "MESSAGE_USED"],
    ["no XML", () => Buffer.from("hello"), 422, undefined],
  ])("are refused: %s", async (_, make, status, code) => {
    await post("/orders", file("M-1", [["E-1", 700]]));
    const { statusCode, body } = await post("/orders", make());
    expect(statusCode).toBe(status);
    if (code !== undefined) expect(JSON.parse(body)).toEqual({ code });
  });
});

describe("the bank's page and statement", () => {
  it("shows what it has without a script, and as text whatever others have written", async () => {
    await post("/entries", "kind=deposit&fund=F-1&amount=12.34&remittance=%3Cscript%3E&lang=en");
    const { body, headers } = await get("/?lang=en");
    expect(headers["content-security-policy"]).toMatch(/^default-src 'none'; style-src 'nonce-/);
    expect(body).toContain("15,012.34");
    expect(body).not.toContain("<script");
    expect(body).not.toContain("<b>");
    expect((await get("/")).body).toContain("托管银行");
  });

  it("signs the closing balance and the very bytes of its statement", async () => {
    await post("/entries", "kind=deposit&fund=F-1&amount=12.34");
    const day = clock.today();
    const statement = (await get(`/statements/${day}.xml`)).rawPayload;
    expect(readCamt053(statement, money)).toMatchObject({
      openingBalance: opening,
      closingBalance: opening + 1_234,
      entries: [{ side: "credit", remittance: "/FUND/F-1/" }],
    });
    const {
      chain: of,
      keyId,
      publicKey,
      signature,
      ...claim
    } = JSON.parse((await get(`/statements/${day}.json`)).body);
    expect(claim).toMatchObject({ file: toHex(sha256(statement)), closingBalance: opening + 1_234, day });
    const { message, id } = statementMessage({ chain: fromHex(of), ...claim });
    const signed = {
      scheme: "ed25519",
      publicKey: fromHex(publicKey),
      signature: fromHex(signature),
      message,
      id,
    } as const;
    expect(verifySignature(signed)).toBe(true);
    const other = statementMessage({ chain: fromHex(of), ...claim, closingBalance: 0 });
    expect(verifySignature({ ...signed, ...other })).toBe(false);
    expect(keyId).toBe("00000000000000b1");
  });

  it.each([
    ["another site's form", { origin: "http://evil.example" }],
    ["a name that points here", { host: "evil.example" }],
  ])("refuses %s", async (_, headers) => {
    expect((await post("/entries", "kind=interest&amount=1", headers)).statusCode).toBe(403);
    expect(readBalance(bank.books, account)).toBe(opening);
  });

  it.each([
    "kind=deposit&amount=0",
    "kind=deposit&amount=1.234",
    "kind=payout&amount=1",
    "kind=fee&amount=999999999",
    "amount=-1&kind=fee",
  ])("refuses the line %s", async (form) => {
    expect((await post("/entries", form)).statusCode).toBe(422);
    expect(readBalance(bank.books, account)).toBe(opening);
  });

  it("fails when it is told to, and says so", async () => {
    await post("/faults", "down=1&late=2");
    expect(readFaults(bank.books)).toMatchObject({ down: 1, late: 2, rejected: 0 });
    expect((await post("/orders", file("M-1", [["E-1", 1]]))).statusCode).toBe(503);
    expect((await get(`/statements/${clock.today()}.xml`)).statusCode).toBe(503);
    expect(JSON.parse((await get("/health")).body)).toMatchObject({ state: "down" });
    expect((await get("/statements/2027-02-30.xml")).statusCode).toBe(404);
  });
});
