import { amountMax, lineAmountFenMax } from "@mingbai/codec/money";
import type { FastifyInstance, FastifyReply } from "fastify";
import { z } from "zod";
import { faultCountMax, faultKinds, setFault } from "../books/faults.ts";
import { addOutside } from "../work/deposit.ts";
import { giveBack } from "../work/give-back.ts";
import type { BankParts } from "./bank-parts.ts";

const Language = z.enum(["zh", "en"]);
const languageField = { lang: Language.default("zh") };
const EntryForm = z.object({
  kind: z.enum(["deposit", "interest", "unknownCredit", "fee", "unknownDebit"]),
  amount: z.string().regex(/^\d{1,12}(\.\d{1,5})?$/),
  fund: z.string().max(64).default(""),
  remittance: z.string().max(100).default(""),
  ...languageField,
});
const ReturnForm = z.object({ endToEndId: z.string().min(1).max(64), ...languageField });
const FaultForm = z.object({
  ...Object.fromEntries(faultKinds.map((kind) => [kind, z.coerce.number().int().min(0).max(faultCountMax).optional()])),
});

/** What a person does at the bank's page; each form answers with the page. Programs may send the same as JSON. */
export function formRoutes(server: FastifyInstance, parts: BankParts): void {
  const { books } = parts;
  server.post("/entries", async (request, reply) => {
    const read = EntryForm.safeParse(request.body);
    if (!read.success) return refuse(reply, z.prettifyError(read.error));
    const { kind, fund, remittance, lang } = read.data;
    const amount = minorOf(read.data.amount, parts.money.decimals);
    if (amount === undefined) return refuse(reply, "the amount is none of this currency");
    const found = (await parts.funds()).find(({ code }) => code === fund);
    const isThere = addOutside(books, { kind, amount, fund: found, remittance }, parts);
    return isThere ? back(reply, lang) : refuse(reply, "there is not so much in the account");
  });
  server.post("/returns", async (request, reply) => {
    const read = ReturnForm.safeParse(request.body);
    if (!read.success) return refuse(reply, z.prettifyError(read.error));
    const { endToEndId, lang } = read.data;
    return giveBack(books, endToEndId, parts) ? back(reply, lang) : refuse(reply, "nothing of this name was paid");
  });
  server.post("/faults", async (request, reply) => {
    const read = FaultForm.safeParse(request.body);
    if (!read.success) return refuse(reply, z.prettifyError(read.error));
    const counts = new Map(Object.entries(read.data));
    books.transaction(() => {
      for (const kind of faultKinds) {
        const count = counts.get(kind);
        if (count !== undefined) setFault(books, kind, count);
      }
    });
    return back(reply, languageOf(request.body, undefined));
  });
}

/** The language that was asked for, else the browser's, else Chinese. */
export function languageOf(asked: unknown, accepted: string | undefined): "zh" | "en" {
  const read = z.object({ lang: Language }).safeParse(asked);
  if (read.success) return read.data.lang;
  return accepted !== undefined && /^en\b/i.test(accepted) ? "en" : "zh";
}

function back(reply: FastifyReply, language: "zh" | "en"): FastifyReply {
  return reply.code(303).header("location", `/?lang=${language}`).send();
}

function refuse(reply: FastifyReply, why: string): FastifyReply {
  return reply.code(422).send({ code: "FIELDS_INVALID", why });
}

/** Minor units of "123.45"; undefined where it is zero, finer than the currency, or more than a line carries. */
function minorOf(text: string, decimals: number): number | undefined {
  const [whole = "", fraction = ""] = text.split(".");
  if (fraction.length > decimals) return undefined;
  const minor = Number(whole + fraction.padEnd(decimals, "0"));
  return minor >= 1 && minor <= Math.min(amountMax, lineAmountFenMax) ? minor : undefined;
}
