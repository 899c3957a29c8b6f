import { dataFolder } from "@mingbai/app-node/data-folder";
import { foundPassphrase } from "@mingbai/app-node/keys/node-passphrase";
import { type RebuildProgress, rebuildReadModel } from "@mingbai/app-node/read-model/rebuild";
import { DiskError } from "@mingbai/log/disk/disk-error";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { Command } from "commander";
import { getGenesis } from "../backup/get-genesis.ts";
import { inLanguage } from "../words.ts";

interface Flags {
  readonly data: string;
  readonly json?: boolean;
}

/** `mingbai rebuild`: makes every table again from the log, from its first block. Exit code 1 where it fails. */
export function rebuildCommand(): Command {
  return new Command("rebuild")
    .description(
      inLanguage({
        en: "make every table again from the log, from its first block",
        zh: "从账本的第一个区块起重建全部数据表",
      }),
    )
    .option(
      "--data <FOLDER>",
      inLanguage({ en: "where the ledger lies; its node must be stopped", zh: "账本所在的文件夹；须先停止节点" }),
      ".mingbai/node",
    )
    .option("--json", inLanguage({ en: "print how far it went as JSON", zh: "用 JSON 输出重建到哪里" }))
    .action(run);
}

async function run({ data, json }: Flags): Promise<void> {
  const genesis = await getGenesis(data);
  const folder = dataFolder(data);
  const passphrase = await foundPassphrase(folder, { isDemo: genesis.configuration.demo });
  const databaseUrl = process.env.DATABASE_URL;
  const parts = { disk: nodeDisk(), folder, genesis, passphrase, databaseUrl, onProgress: showProgress };
  const done = await rebuildReadModel(parts).catch((error) => {
    throw error instanceof DiskError && error.code === "DISK_LOCKED" ? new Error(inUse(data)) : error;
  });
  process.stdout.write(json === true ? `${JSON.stringify(done)}\n` : `✓ ${doneText(done)}\n`);
}

function showProgress({ blocks, of }: RebuildProgress): void {
  process.stderr.write(`  ${blocks} / ${of}\n`);
}

function doneText({ blocks, height }: RebuildProgress): string {
  return inLanguage({
    en: `All tables are made again from ${blocks} blocks, up to height ${height}`,
    zh: `已从账本的 ${blocks} 个区块重建全部数据表，直到高度 ${height}`,
  });
}

function inUse(data: string): string {
  return inLanguage({
    en: `${data} is in use: stop its node first (Ctrl-C where it runs)`,
    zh: `${data} 正在使用，请先停止它的节点（在运行处按 Ctrl-C）`,
  });
}
