import { getNumber64 } from "@mingbai/codec/number64";
import { findU64 } from "@mingbai/codec/u64";
import type { ReceiptFact } from "@mingbai/sdk/verify-receipt";
import { lineAt } from "@mingbai/treasury/batch/layout";
import { findBatchHead } from "@mingbai/treasury/batch/read-batch";
import { lineCodes, lineResults, payBatchName } from "@mingbai/treasury/schema";
import type { LineRefusal, ShownFact } from "./verdict.ts";

/** Who got how much from whom out of which fund, as far as the proved bytes say it. */
export type PaymentFacts = Pick<ShownFact, "amountMinor" | "payee" | "payer" | "fund" | "lineRefusal">;

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !(value instanceof Uint8Array) ? { ...value } : {};
}

const text = (value: unknown) => (typeof value === "string" ? value : undefined);
const number = (value: unknown) => (typeof value === "number" ? value : undefined);

function refusalOf(code: number): LineRefusal {
  const name = lineResults[code];
  return name === undefined || name === "ACCEPTED" ? "OTHER" : name;
}

/** A batch: payer and fund from its head; amount and payee from the one line, or the total where no line is given. */
function batchFacts(head: Uint8Array, { line, result }: Pick<ReceiptFact, "line" | "result">): PaymentFacts {
  const read = findBatchHead(head);
  if (!read) return {};
  const { payer, fund, total } = read;
  if (!line) return { payer, fund, amountMinor: total };
  // A line that was refused may name an amount that no number holds exactly: then none is shown.
  const amountMinor = findU64(line.record, lineAt.amount);
  const payee = getNumber64(line.record, lineAt.payee);
  const refused = result === 0 && line.result !== lineCodes.accepted;
  return {
    payer,
    fund,
    payee,
    ...(amountMinor === undefined ? {} : { amountMinor }),
    ...(refused ? { lineRefusal: refusalOf(line.result) } : {}),
  };
}

/** A command that moves money names these in its own fields, or in where the money comes from. */
function commandFacts(body: unknown): PaymentFacts {
  const said = fields(body);
  const from = fields(said.from);
  const amountMinor = number(said.amount) ?? number(said.total);
  const [payee, payer] = [text(said.payee) ?? text(said.to), text(said.payer) ?? text(from.holder)];
  const fund = number(said.fund) ?? number(from.fund);
  return {
    ...(amountMinor === undefined ? {} : { amountMinor }),
    ...(payee === undefined ? {} : { payee }),
    ...(payer === undefined ? {} : { payer }),
    ...(fund === undefined ? {} : { fund }),
  };
}

/** Reads amount, accounts and fund out of what a receipt proves; nothing comes from a server. Amounts in minor units. */
export function paymentFacts(fact: Pick<ReceiptFact, "command" | "body" | "line" | "result">): PaymentFacts {
  if (fact.command !== payBatchName) return commandFacts(fact.body);
  return fact.body instanceof Uint8Array ? batchFacts(fact.body, fact) : {};
}
