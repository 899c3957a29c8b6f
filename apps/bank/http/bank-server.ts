import { createHash, randomBytes } from "node:crypto";
import { fromHex, toHex } from "@mingbai/codec/hex";
import type { Signer } from "@mingbai/crypto/signers/signer";
import { statementMessage } from "@mingbai/crypto/statement-message";
import { writeCamt053 } from "@mingbai/iso20022/camt053";
import { isFault } from "@mingbai/iso20022/fault";
import { isDay } from "@mingbai/iso20022/fields/text";
import { writePain002 } from "@mingbai/iso20022/pain002";
import { fileBytesMax } from "@mingbai/iso20022/xml/read-xml";
import Fastify, { type FastifyInstance, type FastifyReply } from "fastify";
import { listLatestCloses } from "../books/closes.ts";
import { listLatest, listWaiting, readBalance } from "../books/entries.ts";
import { readFaults } from "../books/faults.ts";
import { listLatestPayments } from "../books/payments.ts";
import { statementOf } from "../books/statement.ts";
import { bankPage } from "../page/page.ts";
import { takeFile } from "../work/take-file.ts";
import type { BankParts } from "./bank-parts.ts";
import { formRoutes, languageOf } from "./form-routes.ts";
import { onlyOwnPages } from "./only-own-pages.ts";

const rowsShown = 100;
const waitingShownMax = 10_000;
const xml = "application/xml; charset=utf-8";
const formBytesMax = 16 * 1024;

/** The bank's pages and its exchange of files, not yet listening. */
export function createBankServer(parts: BankParts): FastifyInstance {
  const server = Fastify({ bodyLimit: formBytesMax });
  const asBytes = { parseAs: "buffer", bodyLimit: fileBytesMax } as const;
  server.addContentTypeParser(["application/xml", "text/xml"], asBytes, (_request, body, done) => done(null, body));
  server.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  server.addHook("onRequest", onlyOwnPages);
  server.get("/", (request, reply) =>
    sendPage(parts, reply, languageOf(request.query, request.headers["accept-language"])),
  );
  server.get("/health", async () => healthOf(parts));
  orderRoute(server, parts);
  statementRoutes(server, parts);
  formRoutes(server, parts);
  return server;
}

function healthOf({ books, account, trouble }: BankParts) {
  const isDown = readFaults(books).down > 0;
  const waiting = listWaiting(books, waitingShownMax).length;
  const state = isDown ? "down" : trouble() === undefined ? "ok" : "alone";
  return { state, account, balanceMinor: readBalance(books, account), waiting };
}

async function sendPage(parts: BankParts, reply: FastifyReply, language: "zh" | "en"): Promise<FastifyReply> {
  const { books, account, clock, node, money, trouble, funds } = parts;
  const nonce = randomBytes(18).toString("base64");
  const page = bankPage(
    {
      language,
      account,
      node,
      money,
      trouble: trouble(),
      balance: readBalance(books, account),
      waiting: listWaiting(books, waitingShownMax).length,
      today: clock.today(),
      payments: listLatestPayments(books, rowsShown),
      entries: listLatest(books, rowsShown),
      closes: listLatestCloses(books, rowsShown),
      faults: readFaults(books),
      funds: await funds(),
    },
    nonce,
  );
  return (
    reply
      .header(
        "content-security-policy",
        `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
      )
      .header("cache-control", "no-store")
      .header("x-content-type-options", "nosniff")
      // Not "no-referrer": a browser would then send its forms from nowhere (`Origin: null`), and they would be refused.
      .header("referrer-policy", "same-origin")
      .type("text/html; charset=utf-8")
      .send(page)
  );
}

/** `POST /orders`: a pain.001 file, answered with a pain.002 file. The same file again is answered again. */
function orderRoute(server: FastifyInstance, parts: BankParts): void {
  server.post("/orders", async (request, reply) => {
    if (readFaults(parts.books).down > 0) return reply.code(503).send({ code: "DOWN" });
    if (!(request.body instanceof Uint8Array)) return reply.code(415).send({ code: "NOT_XML" });
    const taken = takeFile(parts.books, request.body, parts);
    if (taken === "OTHER_ACCOUNT" || taken === "MESSAGE_USED") return reply.code(409).send({ code: taken });
    if (isFault(taken)) return reply.code(422).send(taken);
    return reply.type(xml).send(Buffer.from(writePain002(taken)));
  });
}

/** `GET /statements/<day>.xml`: camt.053; `.json`: the bank's signature over that file and its closing balance. */
function statementRoutes(server: FastifyInstance, parts: BankParts): void {
  server.get<{ Params: { file: string } }>("/statements/:file", async (request, reply) => {
    const [, day = "", kind] = /^(\d{4}-\d{2}-\d{2})\.(xml|json)$/.exec(request.params.file) ?? [];
    if (!isDay(day)) return reply.code(404).send({ code: "NOT_FOUND" });
    if (readFaults(parts.books).down > 0) return reply.code(503).send({ code: "DOWN" });
    const statement = statementOf(parts.books, { account: parts.account, day });
    const file = writeCamt053(statement, parts.money);
    if (kind === "xml") return reply.type(xml).send(Buffer.from(file));
    return reply.send(await signStatement(parts, { day, file, closingBalance: statement.closingBalance }));
  });
}

async function signStatement(
  {
    chain,
    account,
    money,
    keyId,
    signer,
  }: { chain: string; account: string; money: BankParts["money"]; keyId: string; signer: Signer },
  { day, file, closingBalance }: { day: string; file: Uint8Array; closingBalance: number },
) {
  const digest = createHash("sha256").update(file).digest("hex");
  const claim = { file: digest, bankAccount: account, day, closingBalance, currency: money.currency };
  const signature = await signer.sign(statementMessage({ chain: fromHex(chain), ...claim }));
  return { chain, ...claim, keyId, publicKey: toHex(signer.publicKey), signature: toHex(signature) };
}
