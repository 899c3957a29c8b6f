import type { NoteKey } from "@mingbai/ledger/proofs/note-key";
import { Command } from "commander";
import { logKeys } from "../log-keys.ts";
import { type FolderReport, verifyFolder } from "../verify-log/verify-folder.ts";
import { inLanguage, say } from "../words.ts";

interface Flags {
  readonly data: string;
  readonly key: readonly NoteKey[];
  readonly json?: boolean;
}

const progressEveryBlocks = 1_000;

/** `mingbai verify-log`: reads, hashes and executes the whole history again and compares everything. Exit code 1 on a difference. */
export function verifyLogCommand(): Command {
  return new Command("verify-log")
    .description(
      inLanguage({
        en: "execute the whole history again and compare everything that is recorded",
        zh: "从头重新执行整本账，并逐项比对",
      }),
    )
    .option(
      "--data <FOLDER>",
      inLanguage({ en: "where the ledger lies; its node may run", zh: "账本所在的文件夹；节点可以照常运行" }),
      ".mingbai/node",
    )
    .option(
      "--key <VKEY>",
      inLanguage({
        en: "verifier key of the log; that of the genesis roster unless given",
        zh: "账本日志的验证公钥；不给则用创世成员名册里的",
      }),
      logKeys,
      [],
    )
    .option("--json", inLanguage({ en: "print the report as JSON", zh: "用 JSON 输出报告" }))
    .action(run);
}

async function run({ data, key, json }: Flags): Promise<void> {
  const report = await verifyFolder(data, { pinned: key, onProgress: showProgress });
  process.stdout.write(json === true ? `${JSON.stringify(report)}\n` : `${reportText(report)}\n`);
  process.exitCode = isSound(report) ? 0 : 1;
}

/** Whether nothing differs. */
export function isSound({ fault, damage, differences }: FolderReport): boolean {
  return fault === undefined && damage.length === 0 && differences.length === 0;
}

function showProgress({ blocks, of, lines }: { blocks: number; of: number; lines: number }): void {
  if (blocks % progressEveryBlocks === 0) process.stderr.write(`  ${blocks} / ${of} · ${lines}\n`);
}

function notExecutedText(height: number): string {
  return inLanguage({
    en: `  up to height ${height} only leaves were compared: the archives named in network.json keep what was signed`,
    zh: `  高度 ${height} 及以前只比对了叶子：原文由 network.json 里指定的存档成员保存`,
  });
}

/** What an operator reads of it. */
export function reportText(report: FolderReport): string {
  const { blocks, transactions, lines, snapshots, checkpoints, published, fault, damage, differences } = report;
  const { notExecutedUpTo } = report;
  const counts = [
    ...(notExecutedUpTo === 0 ? [] : [notExecutedText(notExecutedUpTo)]),
    inLanguage({
      en: `  ${blocks} blocks · ${transactions} transactions · ${lines} lines`,
      zh: `  ${blocks} 个区块 · ${transactions} 笔交易 · ${lines} 行明细`,
    }),
    inLanguage({
      en: `  ${snapshots} snapshots · ${checkpoints} checkpoints over ${published} leaves`,
      zh: `  ${snapshots} 个快照 · ${checkpoints} 个检查点，盖到 ${published} 笔`,
    }),
  ];
  if (isSound(report)) return [`✓ ${say("logGood")}`, ...counts].join("\n");
  const faults = [
    ...damage.map(({ file, offset, reason }) => `  ✗ ${file} @ ${offset}: ${reason}`),
    ...(fault === undefined ? [] : [`  ✗ ${say("height")} ${fault.height}: ${fault.what}`]),
    ...differences.map((difference) => `  ✗ ${difference}`),
  ];
  return [`✗ ${say("logBad")}`, ...faults, ...counts].join("\n");
}
