import { setTimeout } from "node:timers/promises";
import { Command, InvalidArgumentError } from "commander";
import { openSigner } from "../do/open-signer.ts";
import { type Carried, carryOver } from "../relay/carry-over.ts";
import { openLedgerEnd } from "../relay/ledger-end.ts";
import { inLanguage } from "../words.ts";

interface Flags {
  readonly parent: string;
  readonly child: string;
  readonly key: string;
  readonly asParent: string;
  readonly asChild: string;
  readonly everyMs: number;
  readonly once?: boolean;
}

const everyMsUsual = 1_000;
const everyMsMin = 100;

/** `mingbai relay`: carries checkpoints and proofs between a ledger and its parent. Trusted with nothing; runs until it is stopped. */
export function relayCommand(): Command {
  return new Command("relay")
    .description(
      inLanguage({
        en: "carry checkpoints and proofs between a ledger and its parent; it is trusted with nothing",
        zh: "在上下级账本之间传递检查点和证明；它不需要被信任",
      }),
    )
    .requiredOption("--parent <URL>", inLanguage({ en: "a node of the upper ledger", zh: "上级账本的节点" }))
    .requiredOption("--child <URL>", inLanguage({ en: "a node of the lower ledger", zh: "下级账本的节点" }))
    .requiredOption(
      "--key <FILE>",
      inLanguage({ en: "key file of a node's operator on both ledgers", zh: "两个账本上都登记为节点运维的密钥文件" }),
    )
    .requiredOption("--as-parent <HEX>", inLanguage({ en: "number of that key above", zh: "这把密钥在上级账本的编号" }))
    .requiredOption("--as-child <HEX>", inLanguage({ en: "number of that key below", zh: "这把密钥在下级账本的编号" }))
    .option(
      "--every-ms <N>",
      inLanguage({ en: "milliseconds between two passes", zh: "两次传递之间的毫秒数" }),
      milliseconds,
      everyMsUsual,
    )
    .option("--once", inLanguage({ en: "one pass, then end", zh: "只传一次就退出" }))
    .action(run);
}

async function run({ parent, child, key, asParent, asChild, everyMs, once }: Flags): Promise<void> {
  const signer = await openSigner(key);
  const [upper, lower] = await Promise.all([
    openLedgerEnd(parent, { signer, keyId: asParent }),
    openLedgerEnd(child, { signer, keyId: asChild }),
  ]);
  do {
    report("down", await carryOver(upper, lower));
    report("up", await carryOver(lower, upper));
    if (once !== true) await setTimeout(everyMs);
  } while (once !== true);
}

/** One line of JSON for each pass that did anything. */
function report(way: "up" | "down", { refused, ...carried }: Carried): void {
  const didNothing = refused.size === 0 && Object.values(carried).every((count) => count === 0);
  if (!didNothing)
    process.stdout.write(`${JSON.stringify({ way, ...carried, refused: Object.fromEntries(refused) })}\n`);
}

function milliseconds(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < everyMsMin) {
    throw new InvalidArgumentError(
      inLanguage({ en: `a whole number from ${everyMsMin}`, zh: `要不小于 ${everyMsMin} 的整数` }),
    );
  }
  return value;
}
