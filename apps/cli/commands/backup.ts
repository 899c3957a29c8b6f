import { join } from "node:path";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { Command } from "commander";
import { backUp } from "../backup/back-up.ts";
import { backupTermDays, findPastTerm } from "../backup/backup-term.ts";
import { digestFile, manifestName } from "../backup/manifest.ts";
import { endTermKeys } from "../backup/term-keys/end-term-keys.ts";
import { keyEndDay } from "../backup/term-keys/key-week.ts";
import { warnOfKeysFolders } from "../backup/term-keys/keys-folders.ts";
import { keysOption } from "../backup/term-keys/keys-option.ts";
import { inLanguage } from "../words.ts";

interface Flags {
  readonly data: string;
  readonly to: string;
  readonly keys: readonly string[];
  readonly json?: boolean;
}

/** `mingbai backup`: the ledger, its keys (encrypted) and its vault, with the digest of every file. Exit code 1 where it fails. */
export function backupCommand(): Command {
  return new Command("backup")
    .description(
      inLanguage({
        en: "copy a ledger, its keys and its vault into a folder, with the digest of every file; the node may run",
        zh: "把账本、密钥和保险库备份到一个文件夹，附每个文件的摘要；节点可以照常运行",
      }),
    )
    .requiredOption(
      "--to <FOLDER>",
      inLanguage({ en: "where the backup goes; must be absent or empty", zh: "备份到哪里；必须不存在或为空" }),
    )
    .option(
      "--data <FOLDER>",
      inLanguage({ en: "where the ledger lies; its node may run", zh: "账本所在的文件夹；节点可以照常运行" }),
      ".mingbai/node",
    )
    .addOption(keysOption())
    .option("--json", inLanguage({ en: "print what was saved as JSON", zh: "用 JSON 输出备份了什么" }))
    .action(run);
}

async function run({ data, to, keys, json }: Flags): Promise<void> {
  const nowMs = Date.now();
  const { manifest, keysFolders, made } = await backUp({ data, to, keys, nowMs });
  const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
  const { sha256 } = await digestFile(join(to, manifestName));
  const { chain, height, appHash, files, seal } = manifest;
  const saved = { chain, height, appHash, files: files.length, bytes, manifestSha256: sha256 };
  const text = inLanguage({
    en: `Saved ${files.length} files, ${bytes} bytes, up to height ${height}, in ${to}\nKeep this elsewhere, it is the digest of everything: ${sha256}\nIts texts open until ${keyEndDay(seal.week)}, with the key of the week of ${seal.week} in ${keysFolders.join(", ")} and the node's passphrase`,
    zh: `已备份 ${files.length} 个文件，共 ${bytes} 字节，到高度 ${height}，在 ${to}\n下面是全部内容的摘要，请另处保存：${sha256}\n其中的文字在 ${keyEndDay(seal.week)} 以前可以打开，要用 ${keysFolders.join("、")} 里 ${seal.week} 那一周的密钥和节点口令`,
  });
  const answer = { ...saved, week: seal.week, keys: keysFolders };
  process.stdout.write(`${json === true ? JSON.stringify(answer) : text}\n`);
  // Only now that a newer backup is whole: a clock that runs ahead leaves one that opens.
  const destroyed = await endTermKeys(nodeDisk(), keysFolders, nowMs);
  const past = await findPastTerm(to, { chain, nowMs });
  const said = [
    ...(made.length > 0 ? [madeKeys(made)] : []),
    ...(destroyed.length > 0 ? [destroyedKeys(destroyed)] : []),
    ...(await warnOfKeysFolders(keysFolders, { data, to })),
    ...(past.unsealed.length > 0 ? [stillOpen(past.unsealed)] : []),
    ...(past.sealed.length > 0 ? [closed(past.sealed)] : []),
  ];
  for (const line of said) process.stderr.write(`${line}\n`);
}

function madeKeys(paths: readonly string[]): string {
  return inLanguage({
    en: `Made the key of this week's backups: ${paths.join(", ")}. Without it they open no more`,
    zh: `已生成本周备份的密钥：${paths.join("、")}。没有它，本周的备份就打不开`,
  });
}

function destroyedKeys(paths: readonly string[]): string {
  return inLanguage({
    en: `Destroyed, since their term is over: ${paths.join(", ")}. Delete every copy that lies elsewhere: as long as there is one, old backups open`,
    zh: `期限已到，已销毁：${paths.join("、")}。别处如有副本，请一并删除：只要还有一份，旧备份就能打开`,
  });
}

/** They still open what was erased since. */
function stillOpen(past: readonly string[]): string {
  return inLanguage({
    en: `Delete these backups: they are older than ${backupTermDays} days, were made before keys ended, and hold the keys of people who were erased since: ${past.join(", ")}`,
    zh: `请删除这些备份：已超过 ${backupTermDays} 天，做的时候密钥还不会到期，里面有后来已删除档案的密钥：${past.join("、")}`,
  });
}

function closed(past: readonly string[]): string {
  return inLanguage({
    en: `These backups are older than ${backupTermDays} days and give back the ledger alone; delete them for their space: ${past.join(", ")}`,
    zh: `这些备份已超过 ${backupTermDays} 天，只能恢复账本；可以删除以腾出空间：${past.join("、")}`,
  });
}
