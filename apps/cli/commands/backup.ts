import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { toHex } from "@mingbai/codec/hex";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { Command } from "commander";
import { backupTermDays, findPastTerm } from "../backup/backup-term.ts";
import { copyData, removeLeftovers } from "../backup/copy-data.ts";
import { getGenesis } from "../backup/get-genesis.ts";
import { type BackupFile, digestFile, listBackedUp, type Manifest, manifestName } from "../backup/manifest.ts";
import { readHead } from "../backup/read-head.ts";
import { placeIn, writeFolder } from "../backup/write-folder.ts";
import { inLanguage } from "../words.ts";

interface Flags {
  readonly data: string;
  readonly to: string;
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
    .option("--json", inLanguage({ en: "print what was saved as JSON", zh: "用 JSON 输出备份了什么" }))
    .action(run);
}

async function run({ data, to, json }: Flags): Promise<void> {
  const manifest = await backUp({ data, to });
  const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
  const { sha256 } = await digestFile(join(to, manifestName));
  const { chain, height, appHash, files } = manifest;
  const saved = { chain, height, appHash, files: files.length, bytes, manifestSha256: sha256 };
  const text = inLanguage({
    en: `Saved ${files.length} files, ${bytes} bytes, up to height ${height}, in ${to}\nKeep this elsewhere, it is the digest of everything: ${sha256}`,
    zh: `已备份 ${files.length} 个文件，共 ${bytes} 字节，到高度 ${height}，在 ${to}\n下面是全部内容的摘要，请另处保存：${sha256}`,
  });
  process.stdout.write(`${json === true ? JSON.stringify(saved) : text}\n`);
  const past = await findPastTerm(to, { chain, nowMs: Date.now() });
  if (past.length > 0) process.stderr.write(`${pastTerm(past)}\n`);
}

/** Copies what a node of this folder cannot make again, opens the copy once as a start would, and hashes what it then holds. */
async function backUp({ data, to }: { data: string; to: string }): Promise<Manifest> {
  const disk = nodeDisk();
  await getGenesis(data);
  return writeFolder(to, async (beside) => {
    const copy = join(beside, "data");
    await copyData(disk, { from: data, to: copy });
    const { chain, head } = await readHead(disk, copy);
    await removeLeftovers(copy);
    const files: BackupFile[] = [];
    for (const path of await listBackedUp(copy)) files.push({ path, ...(await digestFile(join(copy, path))) });
    const manifest: Manifest = {
      format: "mingbai/backup/1",
      chain,
      height: head.height,
      appHash: toHex(head.appHash),
      madeMs: Date.now(),
      files,
    };
    const place = await placeIn(beside, manifestName);
    await writeFile(place, `${JSON.stringify(manifest, null, 1)}\n`, { flag: "wx", flush: true, mode: 0o600 });
    return manifest;
  });
}

/** They still open what was erased since. */
function pastTerm(past: readonly string[]): string {
  return inLanguage({
    en: `Delete these backups: they are older than ${backupTermDays} days and hold the keys of people who were erased since: ${past.join(", ")}`,
    zh: `请删除这些备份：已超过 ${backupTermDays} 天，里面还有后来已删除档案的密钥：${past.join("、")}`,
  });
}
