import { readFile } from "node:fs/promises";
import { type ReceiptVerdict, verifyReceipt } from "@mingbai/sdk/verify-receipt";
import { Command } from "commander";
import { say } from "../words.ts";

interface Flags {
  readonly key: readonly string[];
  readonly cosigners: number;
  readonly json?: boolean;
}

/** `mingbai verify RECEIPT`: checks a receipt offline. Exit code 0 where it holds, 1 where it does not, 2 where it cannot be judged. */
export function verifyCommand(): Command {
  return new Command("verify")
    .description("check a receipt offline, trusting nothing but the keys you pinned")
    .argument("<receipt>", "a receipt file: JSON or .tlog-proof")
    .option(
      "--key <VKEY>",
      "verifier key of the log or of a cosigner; may be given several times",
      (key, keys: string[]) => [...keys, key],
      [],
    )
    .option("--cosigners <N>", "how many cosigners must have signed", Number, 0)
    .option("--json", "print the verdict as JSON")
    .action(run);
}

async function run(path: string, { key, cosigners, json }: Flags): Promise<void> {
  if (key.length === 0) {
    process.stderr.write(`${say("keysMissing")}\n`);
    process.exitCode = 2;
    return;
  }
  const verdict = verifyReceipt(await readFile(path, "utf8"), { pinnedKeys: key, cosignersMin: cosigners });
  process.stdout.write(json === true ? `${JSON.stringify(verdictJson(verdict))}\n` : `${verdictText(verdict)}\n`);
  process.exitCode = verdict.ok ? 0 : 1;
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
    `  ${fact.log.origin} · ${fact.log.size} · ${say("cosigners")} ${fact.log.cosigners}`,
  ].join("\n");
}
