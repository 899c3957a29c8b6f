import { setTimeout } from "node:timers/promises";
import { ProblemError } from "@mingbai/sdk/problem-error";
import { Command, InvalidArgumentError } from "commander";
import { openSigner } from "../do/open-signer.ts";
import { carryOver } from "../relay/carry-over.ts";
import { openLedgerEnd } from "../relay/ledger-end.ts";
import type { RelayMessage } from "../relay/relay-message.ts";
import { Way } from "../relay/way.ts";
import { inLanguage } from "../words.ts";

interface Flags {
  readonly parent: readonly string[];
  readonly child: readonly string[];
  readonly key: string;
  readonly asParent: string;
  readonly asChild: string;
  readonly everyMs: number;
  readonly lifeMinutes: number;
  readonly once?: boolean;
}

const everyMsUsual = 1_000;
const everyMsMin = 100;
/** What nobody needs as a proof is posted this seldom: each post is kept for ever (docs/levels-at-scale.md). */
const lifeMinutesUsual = 10;
const minuteMs = 60_000;
const signedOut = 401;

/** `mingbai relay`: carries checkpoints and proofs between a ledger and its parent. Trusted with nothing; runs until it is stopped. */
export function relayCommand(): Command {
  return new Command("relay")
    .description(
      inLanguage({
        en: "carry checkpoints and proofs between a ledger and its parent; it is trusted with nothing",
        zh: "在上下级账本之间传递检查点和证明；它不需要被信任",
      }),
    )
    .requiredOption("--parent <URL...>", inLanguage({ en: "nodes of the upper ledger", zh: "上级账本的节点" }))
    .requiredOption("--child <URL...>", inLanguage({ en: "nodes of the lower ledger", zh: "下级账本的节点" }))
    .requiredOption(
      "--key <FILE>",
      inLanguage({ en: "key file of a node's operator on both ledgers", zh: "两个账本上都登记为节点运维的密钥文件" }),
    )
    .requiredOption("--as-parent <HEX>", inLanguage({ en: "number of that key above", zh: "这把密钥在上级账本的编号" }))
    .requiredOption("--as-child <HEX>", inLanguage({ en: "number of that key below", zh: "这把密钥在下级账本的编号" }))
    .option(
      "--every-ms <N>",
      inLanguage({ en: "milliseconds between two passes", zh: "两次传递之间的毫秒数" }),
      atLeast(everyMsMin),
      everyMsUsual,
    )
    .option(
      "--life-minutes <N>",
      inLanguage({
        en: "minutes after which a checkpoint is brought that proves nothing new, as a sign of life",
        zh: "没有新内容要证明时，隔多少分钟提交一次检查点",
      }),
      atLeast(1),
      lifeMinutesUsual,
    )
    .option("--once", inLanguage({ en: "one pass, then end", zh: "只传一次就退出" }))
    .action(run);
}

async function run({ parent, child, key, asParent, asChild, everyMs, lifeMinutes, once }: Flags): Promise<void> {
  const signer = await openSigner(key);
  const open = () =>
    Promise.all([openLedgerEnd(parent, { signer, keyId: asParent }), openLedgerEnd(child, { signer, keyId: asChild })]);
  // Whoever keeps it running is gone, or asks it to end: it holds nothing that would be lost.
  process.on("disconnect", () => process.exit(0));
  const lifeMs = lifeMinutes * minuteMs;
  let ends: Awaited<ReturnType<typeof open>> | undefined;
  let told = "";
  const down = new Way("down", { everyMs, lifeMs });
  const up = new Way("up", { everyMs, lifeMs });
  do {
    try {
      ends ??= await open();
      const [upper, lower] = ends;
      await down.pass(() => carryOver(upper, lower, lifeMs));
      await up.pass(() => carryOver(lower, upper, lifeMs));
      told = "";
      if (process.connected) process.send?.({ kind: "passed" } satisfies RelayMessage);
    } catch (error) {
      const why = whyToWait(error, ends !== undefined);
      if (why === undefined || once === true) throw error;
      if (error instanceof ProblemError && error.status === signedOut) ends = undefined;
      if (why !== told) process.stdout.write(`${JSON.stringify({ waits: why })}\n`);
      told = why;
    }
    if (once !== true) await setTimeout(everyMs);
  } while (once !== true);
}

/**
 * What passes by itself: no node can be reached, the session has ended, the ledgers do not know each other yet. Whoever was never let in
 * has to be told.
 */
function whyToWait(error: unknown, wasOpen: boolean): string | undefined {
  if (error instanceof TypeError) return error.message;
  return wasOpen && error instanceof ProblemError ? error.code : undefined;
}

function atLeast(min: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= min) return value;
    throw new InvalidArgumentError(inLanguage({ en: `a whole number from ${min}`, zh: `要不小于 ${min} 的整数` }));
  };
}
