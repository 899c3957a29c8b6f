import { availableParallelism } from "node:os";
import { dataFolder } from "@mingbai/app-node/data-folder";
import { findGenesis } from "@mingbai/app-node/founding/genesis-file";
import { registry } from "@mingbai/app-node/registry";
import { Replica } from "@mingbai/log/chain/replica";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { openSegmentLog } from "@mingbai/log/segments/open-segment-log";
import { CheckPool } from "@mingbai/sequencer/admission/check-pool";
import { type ChainReport, verifyChain } from "@mingbai/sequencer/verify/verify-chain";
import { Command } from "commander";
import { say } from "../words.ts";

const progressEveryBlocks = 1_000;

/** `mingbai verify-log`: reads, hashes and executes the whole history again and compares everything. Exit code 1 on a difference. */
export function verifyLogCommand(): Command {
  return new Command("verify-log")
    .description("execute the whole history again and compare everything that is recorded")
    .option("--data <FOLDER>", "where the ledger lies; its node must be stopped", ".mingbai/node")
    .option("--json", "print the report as JSON")
    .action(run);
}

async function run({ data, json }: { data: string; json?: boolean }): Promise<void> {
  const report = await verifyFolder(data);
  process.stdout.write(json === true ? `${JSON.stringify(report)}\n` : `${reportText(report)}\n`);
  process.exitCode = report.fault === undefined && report.damage.length === 0 ? 0 : 1;
}

interface FolderReport extends ChainReport {
  readonly damage: readonly { readonly file: string; readonly offset: number; readonly reason: string }[];
}

/** Checks every byte of both logs, then what they say. */
async function verifyFolder(root: string): Promise<FolderReport> {
  const folder = dataFolder(root);
  const genesis = await findGenesis(folder.genesis);
  if (genesis === undefined) throw new Error(`there is no ledger in ${root}: name its folder with --data`);
  const disk = nodeDisk();
  const lock = await disk.lock(folder.root);
  const pool = new CheckPool(availableParallelism());
  try {
    const blocks = await openSegmentLog({ disk, folder: `${folder.ledger}/blocks` });
    const bodies = await openSegmentLog({ disk, folder: `${folder.ledger}/bodies` });
    const damage = [...(await blocks.verify()).damage, ...(await bodies.verify()).damage];
    const report = await verifyChain({
      blocks,
      bodies,
      replica: new Replica(registry, genesis),
      pool,
      onProgress: showProgress,
    });
    await Promise.all([blocks.close(), bodies.close()]);
    return { ...report, damage };
  } finally {
    await pool.close();
    await lock.release();
  }
}

function showProgress({ blocks, of, lines }: { blocks: number; of: number; lines: number }): void {
  if (blocks % progressEveryBlocks === 0) process.stderr.write(`  ${blocks} / ${of} · ${lines}\n`);
}

function reportText({ blocks, transactions, lines, fault, damage }: FolderReport): string {
  const counts = `  ${blocks} blocks · ${transactions} transactions · ${lines} lines`;
  if (fault === undefined && damage.length === 0) return `✓ ${say("logGood")}\n${counts}`;
  const faults = damage.map(({ file, offset, reason }) => `  ✗ ${file} @ ${offset}: ${reason}`);
  if (fault !== undefined) faults.push(`  ✗ ${say("height")} ${fault.height}: ${fault.what}`);
  return [`✗ ${say("logBad")}`, counts, ...faults].join("\n");
}
