import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { HttpProblem } from "@mingbai/http/problem";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bankStatementQuery } from "./bank-statement.ts";

const day = "2026-11-19";
const asked = { account: "ESCROW-1", day };
const reader = { account: "00000000000000a1", organisation: "bureau", roles: ["financeSupervisor"] as const };
const signed = {
  chain: "ab".repeat(32),
  file: "cd".repeat(32),
  bankAccount: "ESCROW-1",
  day,
  closingBalance: -5,
  currency: "CNY",
  keyId: "00000000000000b1",
  publicKey: "ef".repeat(32),
  signature: "01".repeat(64),
};
let bank: Server;
let url = "";
let answer: { readonly status: number; readonly json: unknown };

beforeEach(async () => {
  answer = { status: 200, json: signed };
  bank = createServer((request, response) => {
    response.statusCode = answer.status;
    response.end(request.url === `/statements/${day}.xml` ? "<Document/>" : JSON.stringify(answer.json));
  });
  await once(bank.listen(0, "localhost"), "listening");
  const address = bank.address();
  url = `http://localhost:${typeof address === "object" ? address?.port : 0}`;
});
afterEach(() => void bank.close());

const codeOf = (findBank: () => string | undefined, params: object = asked) =>
  bankStatementQuery(findBank)
    .answer({ ...params }, { ...reader, roles: [...reader.roles] })
    .then(
      () => "ok",
      (error: unknown) => (error instanceof HttpProblem ? error.problem.code : String(error)),
    );

describe("the bank's statement", () => {
  it("comes with what the bank signed, and nothing else of it", async () => {
    const { chain: _chain, publicKey: _publicKey, ...rest } = signed;
    const found = await bankStatementQuery(() => url).answer(asked, { ...reader, roles: [...reader.roles] });
    expect(found).toEqual({ xml: "<Document/>", signed: rest });
  });

  it.each<[string, () => void, object?]>([
    ["BANK_SILENT", () => Object.assign(answer, { status: 503 })],
    ["BANK_SILENT", () => Object.assign(answer, { json: { code: "DOWN" } })],
    ["NO_BANK", () => undefined, { ...asked, account: "ESCROW-2" }],
  ])("is missing with a reason: %s", async (code, make, params) => {
    make();
    expect(await codeOf(() => url, params)).toBe(code);
  });

  it("is nobody's where there is no bank, or it cannot be reached", async () => {
    expect(await codeOf(() => undefined)).toBe("NO_BANK");
    expect(await codeOf(() => "http://localhost:1")).toBe("BANK_SILENT");
  });
});
