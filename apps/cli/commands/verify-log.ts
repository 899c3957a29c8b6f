import type { NoteKey } from "@mingbai/log/merkle/note-key";
import { Command } from "commander";
import { logKeys } from "../log-keys.ts";
import { type FolderReport, verifyFolder } from "../verify-log/verify-folder.ts";
import { say } from "../words.ts";

interface Flags {
  readonly data: string;
  readonly key: readonly NoteKey[];
  readonly json?: boolean;
}

const progressEveryBlocks = 1_000;

/** `mingbai verify-log`: reads, hashes and executes the whole history again and compares everything. Exit code 1 on a difference. */
export function verifyLogCommand(): Command {
  return new Command("verify-log")
    .description("execute the whole history again and compare everything that is recorded")
    .option("--data <FOLDER>", "where the ledger lies; its node may run", ".mingbai/node")
    .option("--key <VKEY>", "verifier key of the log; that of the genesis roster unless given", logKeys, [])
    .option("--json", "print the report as JSON")
    .action(run);
}

async function run({ data, key, json }: Flags): Promise<void> {
  const report = await verifyFolder(data, { pinned: key, onProgress: showProgress });
  process.stdout.write(json === true ? `${JSON.stringify(report)}\n` : `${reportText(report)}\n`);
  process.exitCode = isSound(report) ? 0 : 1;
}

function isSound({ fault, damage, differences }: FolderReport): boolean {
  return fault === undefined && damage.length === 0 && differences.length === 0;
}

function showProgress({ blocks, of, lines }: { blocks: number; of: number; lines: number }): void {
  if (blocks % progressEveryBlocks === 0) process.stderr.write(`  ${blocks} / ${of} · ${lines}\n`);
}

function reportText(report: FolderReport): string {
  const { blocks, transactions, lines, snapshots, published, fault, damage, differences } = report;
  const counts = [
    `  ${blocks} blocks · ${transactions} transactions · ${lines} lines`,
    `  ${snapshots} snapshots · ${published} published leaves`,
  ];
  if (isSound(report)) return [`✓ ${say("logGood")}`, ...counts].join("\n");
  const faults = [
    ...damage.map(({ file, offset, reason }) => `  ✗ ${file} @ ${offset}: ${reason}`),
    ...(fault === undefined ? [] : [`  ✗ ${say("height")} ${fault.height}: ${fault.what}`]),
    ...differences.map((difference) => `  ✗ ${difference}`),
  ];
  return [`✗ ${say("logBad")}`, ...faults, ...counts].join("\n");
}
