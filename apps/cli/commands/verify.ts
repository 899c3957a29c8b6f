import { readFile } from "node:fs/promises";
import { noteSignaturesMax } from "@mingbai/ledger/proofs/note";
import { findVkey } from "@mingbai/ledger/proofs/note-key";
import { isDayProof } from "@mingbai/sdk/day-proof";
import { isErasureProof } from "@mingbai/sdk/erasure-proof";
import { verifyDayProof } from "@mingbai/sdk/verify-day-proof";
import { verifyErasureProof } from "@mingbai/sdk/verify-erasure-proof";
import { verifyPromise } from "@mingbai/sdk/verify-promise";
import { type ReceiptVerdict, verifyReceipt } from "@mingbai/sdk/verify-receipt";
import { Command, InvalidArgumentError } from "commander";
import { tellDay } from "../verify-day/tell-day.ts";
import { tellErasure } from "../verify-erasure/tell-erasure.ts";
import { tellPromise } from "../verify-promise/tell-promise.ts";
import { inLanguage, say } from "../words.ts";

interface Flags {
  readonly key: readonly string[];
  readonly keys?: string;
  readonly cosigners: number;
  readonly promise?: string;
  readonly json?: boolean;
}

/**
 * `mingbai verify RECEIPT`: checks a receipt, the proof of a day or of an erasure or, by a receipt, a node's promise offline. Exit code 0 where it holds,
 * 1 where it does not, 2 where it cannot be judged.
 */
export function verifyCommand(): Command {
  return new Command("verify")
    .description(
      inLanguage({
        en: "check a receipt, the proof of a bank day or of an erasure offline, trusting nothing but the keys you pinned",
        zh: "离线核验回执、日终证明或删除证明，只信您事先固定的公钥",
      }),
    )
    .argument(
      "<receipt>",
      inLanguage({
        en: "a receipt file, JSON or .tlog-proof, or the proof of a day or of an erasure",
        zh: "回执文件（JSON 或 .tlog-proof），或日终证明、删除证明文件",
      }),
    )
    .option(
      "--key <VKEY>",
      inLanguage({
        en: "verifier key of the log, an organisation or a cosigner; may be given several times",
        zh: "账本日志、机构或见证的验证公钥；可多次给出",
      }),
      (key, keys: string[]) => [...keys, key],
      [],
    )
    .option(
      "--keys <FILE>",
      inLanguage({
        en: "verifier keys, one a line; lines that begin with # are left out",
        zh: "验证公钥文件，一行一个；# 开头的行略过",
      }),
    )
    .option(
      "--cosigners <N>",
      inLanguage({ en: "how many cosigners must have signed", zh: "至少要有几个见证副署" }),
      cosignerNumber,
      0,
    )
    .option(
      "--promise <FILE>",
      inLanguage({
        en: "judge a node's promise (do --promise) by this receipt: kept, broken, or not shown",
        zh: "用这张回执核对节点的承诺（do --promise 存下的）：兑现、未兑现或看不出",
      }),
    )
    .option("--json", inLanguage({ en: "print the verdict as JSON", zh: "用 JSON 输出结论" }))
    .action(run);
}

async function run(path: string, { key, keys, cosigners, promise, json }: Flags): Promise<void> {
  const pinnedKeys = [...key, ...(keys === undefined ? [] : keyLines(await readFile(keys, "utf8")))];
  const unreadable = pinnedKeys.find((text) => findVkey(text) === undefined);
  if (unreadable !== undefined) {
    process.stderr.write(`mingbai: ${unreadable} ${say("keyUnreadable")}\n`);
    process.exitCode = 2;
    return;
  }
  if (pinnedKeys.length === 0) {
    process.stderr.write(`${say("keysMissing")}\n`);
    process.exitCode = 2;
    return;
  }
  const text = await readFile(path, "utf8");
  const trust = { pinnedKeys, cosignersMin: cosigners };
  if (promise !== undefined) {
    const given = await readFile(promise, "utf8");
    return tellPromise(verifyPromise(given, { receipt: text, trust }), json === true);
  }
  if (isErasureProof(text)) return tellErasure(verifyErasureProof(text, trust), json === true);
  if (isDayProof(text)) return tellDay(verifyDayProof(text, trust), json === true);
  const verdict = verifyReceipt(text, trust);
  process.stdout.write(json === true ? `${JSON.stringify(verdictJson(verdict))}\n` : `${verdictText(verdict)}\n`);
  process.exitCode = verdict.ok ? 0 : 1;
}

function keyLines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}

function cosignerNumber(text: string): number {
  if (/^\d{1,3}$/.test(text) && Number(text) <= noteSignaturesMax) return Number(text);
  throw new InvalidArgumentError(
    inLanguage({ en: `a number from 0 to ${noteSignaturesMax}.`, zh: `请给 0 到 ${noteSignaturesMax} 的数` }),
  );
}

/** Bytes are of no use to a reader of JSON: the line is left to the receipt. */
function verdictJson({ ok, checks, fact }: ReceiptVerdict): object {
  if (fact === undefined) return { ok, checks };
  const { line, body, ...rest } = fact;
  return { ok, checks, fact: { ...rest, ...(line && { line: { index: line.index, result: line.result } }) } };
}

function verdictText({ ok, checks, fact }: ReceiptVerdict): string {
  if (!ok || fact === undefined) {
    const wrong = checks.filter((check) => !check.ok).map(({ name, detail }) => `  ✗ ${say(name)}: ${detail}`);
    return [`✗ ${say("receiptBad")}`, ...wrong, `  ${say("receiptBadAdvice")}`].join("\n");
  }
  const result = fact.accepted ? say("accepted") : say("refused");
  const line = fact.line === undefined ? "" : ` · ${say("line")} ${fact.line.index}`;
  return [
    `✓ ${say("receiptGood")}`,
    `  ${fact.command}${line} · ${result} · ${say("height")} ${fact.height} · ${new Date(fact.timeMs).toISOString()}`,
    ...checks.map(({ name }) => `  ✓ ${say(name)}`),
    `  ${fact.log.origin} · ${fact.log.size} · ${say("members")} ${fact.log.members} · ${say("cosigners")} ${fact.log.cosigners}`,
  ].join("\n");
}
