import { chainView } from "@mingbai/http/ledger-views";
import { createClient } from "@mingbai/sdk/client";
import { trackView } from "@mingbai/treasury/views";
import { Command, InvalidArgumentError } from "commander";
import type { z } from "zod";
import { defaultUrl, withAdvice } from "../default-url.ts";
import { formatTable } from "../format-table.ts";
import { inLanguage } from "../words.ts";

type Track = z.output<typeof trackView.result>;
type Currency = z.output<typeof chainView.result>["currency"];

interface Flags {
  readonly line: number;
  readonly url: string;
  readonly json?: boolean;
}

/** `mingbai trace`: the way of one payment's money, from deposit to burn. Exit code 1 where there is no such payment. */
export function traceCommand(): Command {
  return new Command("trace")
    .description(
      inLanguage({
        en: "show the way of one payment's money from deposit to burn",
        zh: "一笔付款的资金去向，从入账到销毁",
      }),
    )
    .argument(
      "<id>",
      inLanguage({
        en: "transaction of the payment (64 hexadecimal digits), or its id with the line: ID-LINE",
        zh: "付款所在的交易（64 位十六进制），或带行号的编号：编号-行",
      }),
      paymentId,
    )
    .option("--line <N>", inLanguage({ en: "which line of the transaction", zh: "交易里的第几行" }), lineNumber, 0)
    .option("--url <URL>", inLanguage({ en: "the node to ask", zh: "向哪个节点查询" }), defaultUrl)
    .option("--json", inLanguage({ en: "print the track as JSON", zh: "用 JSON 输出去向" }))
    .action(run);
}

async function run(id: string, { line, url, json }: Flags): Promise<void> {
  try {
    const client = createClient({ url });
    const track = await client.ask(trackView, { id: id.includes("-") ? id : `${id}-${line}` });
    if (json === true) return void process.stdout.write(`${JSON.stringify(track)}\n`);
    const { currency } = await client.ask(chainView, {});
    process.stdout.write(trackText(track, currency));
  } catch (error) {
    throw withAdvice(error, url);
  }
}

function trackText({ payment, steps, burnedMinor, readAt }: Track, currency: Currency): string {
  const amount = (minor: number): string => formatMinor(minor, currency.decimals);
  const head = [
    "#",
    inLanguage({ en: "what", zh: "动作" }),
    inLanguage({ en: "when (UTC)", zh: "时间（UTC）" }),
    inLanguage({ en: "from", zh: "付款方" }),
    inLanguage({ en: "to", zh: "收款方" }),
    inLanguage({ en: "this payment", zh: "本笔金额" }),
    inLanguage({ en: "height", zh: "高度" }),
  ];
  const rows = steps.map((step) => [
    String(step.step),
    step.kind,
    new Date(step.timeMs).toISOString().slice(0, "2026-01-01T00:00:00".length),
    step.from?.name ?? "",
    step.to?.name ?? "",
    amount(step.paymentMinor),
    String(step.transaction.height),
  ]);
  const burned = inLanguage({ en: "paid out by the bank", zh: "银行已付" });
  const read = inLanguage({ en: "as of height", zh: "截至高度" });
  return [
    `${payment.reference} · ${payment.fund.name} · ${payment.payee.name} · ${amount(payment.amountMinor)} ${currency.code}`,
    formatTable([head, ...rows], new Set([0, 5, 6])),
    `${burned} ${amount(burnedMinor)} ${currency.code} · ${read} ${readAt.height}`,
    "",
  ].join("\n");
}

/** Minor units as a decimal number, by digits alone. */
function formatMinor(minor: number, decimals: number): string {
  const digits = String(Math.abs(minor)).padStart(decimals + 1, "0");
  const at = digits.length - decimals;
  return `${minor < 0 ? "-" : ""}${digits.slice(0, at)}${decimals === 0 ? "" : `.${digits.slice(at)}`}`;
}

function paymentId(text: string): string {
  if (/^[0-9a-f]{64}(-(0|[1-9]\d{0,5}))?$/.test(text)) return text;
  throw new InvalidArgumentError(
    inLanguage({
      en: "64 hexadecimal digits, as a receipt or a list of payments shows them.",
      zh: "请给 64 位十六进制编号，回执和付款清单里都有",
    }),
  );
}

function lineNumber(text: string): number {
  if (/^(0|[1-9]\d{0,3})$/.test(text)) return Number(text);
  throw new InvalidArgumentError(inLanguage({ en: "a number from 0.", zh: "请给从 0 开始的数" }));
}
