import { demoSigner } from "@mingbai/app-node/demo/demo-keys";
import type { FastifyInstance } from "fastify";
import type { Books } from "../books/books.ts";
import { createBankServer } from "../http/bank-server.ts";
import type { BankClock } from "../work/bank-clock.ts";
import { account } from "./test-bank.ts";

export const money = { currency: "CNY", decimals: 2 };

/** The bank's pages over these books, with one fund of a name that is markup. */
export function testBankServer(books: Books, clock: BankClock): FastifyInstance {
  return createBankServer({
    books,
    clock,
    account,
    chain: "ab".repeat(32),
    node: "http://localhost:1",
    money,
    signer: demoSigner("bank"),
    keyId: "00000000000000b1",
    trouble: () => undefined,
    funds: async () => [{ number: 1, code: "F-1", name: "<b>养老</b>" }],
  });
}
