import { readFile } from "node:fs/promises";
import { linesOfStatement } from "@mingbai/app-node/bank/lines-of-statement";
import { chainView } from "@mingbai/http/ledger-views";
import { readCamt053, type Statement } from "@mingbai/iso20022/camt053";
import { isFault } from "@mingbai/iso20022/fault";
import type { Money } from "@mingbai/iso20022/fields/amount";
import { type Actor, actAs } from "@mingbai/sdk/actor";
import { type Answer, getAccepted } from "@mingbai/sdk/answer";
import { type Client, createClient } from "@mingbai/sdk/client";
import { type BankLine, bankLinesPerCommandMax, treasuryCommands } from "@mingbai/treasury/schema";
import { fundBalancesView } from "@mingbai/treasury/views/acts";
import { Command } from "commander";
import { defaultUrl, withAdvice } from "../default-url.ts";
import { asOption } from "../do/as-option.ts";
import { openSigner } from "../do/open-signer.ts";
import { inLanguage } from "../words.ts";

interface Flags {
  readonly key: string;
  readonly as: string;
  readonly url: string;
}
const commands = { treasury: treasuryCommands } as const;
type Treasury = Actor<typeof commands>["does"]["treasury"];

/** `mingbai bank-statement FILE`: books a camt.053 file with the bank's key. What is booked already counts as done. */
export function bankStatementCommand(): Command {
  return new Command("bank-statement")
    .description(
      inLanguage({
        en: "book a bank's camt.053 statement with the bank's key; a line that is booked already stays as it is",
        zh: "用银行的密钥把 camt.053 对账单入账；已经入过账的流水不再入",
      }),
    )
    .argument("<FILE>", inLanguage({ en: "camt.053.001.08 file", zh: "camt.053.001.08 文件" }))
    .requiredOption("--key <FILE>", inLanguage({ en: "key file of the bank", zh: "银行的密钥文件" }))
    .addOption(asOption())
    .option("--url <URL>", inLanguage({ en: "the node to send it to", zh: "提交给哪个节点" }), defaultUrl)
    .action(run);
}

async function run(path: string, flags: Flags): Promise<void> {
  const bytes = await readFile(path);
  const signer = await openSigner(flags.key);
  try {
    const client = createClient({ url: flags.url });
    const { currency } = await client.ask(chainView, {});
    const statement = readStatement(path, bytes, { currency: currency.code, decimals: currency.decimals });
    const lines = linesOfStatement(statement.entries, await fundsNamedIn(client, statement));
    const actor = await actAs(client, { signer, keyId: flags.as, commands });
    const counts = await bookAll(actor.does.treasury, statement.account, lines);
    process.stdout.write(`${JSON.stringify({ account: statement.account, day: statement.day, ...counts })}\n`);
  } catch (error) {
    throw withAdvice(error, flags.url);
  }
}

/** The statement in a file. Throws an Error that names line and field. */
function readStatement(path: string, bytes: Uint8Array, money: Money): Statement {
  const read = readCamt053(bytes, money);
  if (!isFault(read)) return read;
  const { line, field, en, zh } = read;
  throw new Error(
    inLanguage({ en: `${path}, line ${line}, ${field}: ${en}`, zh: `${path} 第 ${line} 行 ${field}：${zh}` }),
  );
}

/** Numbers of funds by their codes; asked only where a deposit names one. */
async function fundsNamedIn(client: Client, { entries }: Statement): Promise<(code: string) => number | undefined> {
  if (!entries.some(({ remittance }) => remittance?.includes("/FUND/"))) return () => undefined;
  const { funds } = await client.ask(fundBalancesView, {});
  const numbers = new Map(funds.map(({ id, number }) => [id, number]));
  return (code) => numbers.get(code);
}

async function bookAll(treasury: Treasury, bankAccount: string, lines: readonly BankLine[]) {
  let booked = 0;
  let before = 0;
  for (let at = 0; at < lines.length; at += bankLinesPerCommandMax) {
    const some = lines.slice(at, at + bankLinesPerCommandMax);
    const whole = await treasury.bookBankLines({ bankAccount, lines: some });
    if (!isBooked(whole)) {
      getAccepted(whole);
      booked += some.length;
      continue;
    }
    // One of them is booked already, and with it all were refused: each goes alone.
    for (const line of some) {
      const answer = await treasury.bookBankLines({ bankAccount, lines: [line] });
      if (isBooked(answer)) before++;
      else if (getAccepted(answer)) booked++;
    }
  }
  return { booked, bookedBefore: before };
}

function isBooked(answer: Answer): boolean {
  return answer.refused === "BANK_LINE_BOOKED";
}
