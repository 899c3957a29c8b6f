import { readdir, readFile, rename, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { findJson } from "@mingbai/codec/find-json";
import { Command } from "commander";
import { backupTermDays, isPastTerm } from "../backup/backup-term.ts";
import { compareHead } from "../backup/compare-head.ts";
import { copyChecked } from "../backup/copy-checked.ts";
import { type BackupFile, digestFile, Manifest, manifestName } from "../backup/manifest.ts";
import { findSealKey } from "../backup/sealed/find-seal-key.ts";
import { defaultKeysFolder } from "../backup/term-keys/keys-folders.ts";
import { keysOption } from "../backup/term-keys/keys-option.ts";
import { writeFolder } from "../backup/write-folder.ts";
import { inLanguage } from "../words.ts";

interface Flags {
  readonly from: string;
  readonly data: string;
  readonly keys: readonly string[];
  readonly digest?: string;
  readonly ledgerOnly?: boolean;
  readonly pastTerm?: boolean;
  readonly json?: boolean;
}

/** `mingbai restore`: checks every digest of a backup, puts it in place, and opens it once. Exit code 1 where anything differs. */
export function restoreCommand(): Command {
  return new Command("restore")
    .description(
      inLanguage({
        en: "check every digest of a backup and put it in place of a data folder that is absent or empty",
        zh: "核对备份里每个文件的摘要，再恢复到一个不存在或空的数据文件夹",
      }),
    )
    .requiredOption("--from <FOLDER>", inLanguage({ en: "the backup", zh: "备份所在的文件夹" }))
    .requiredOption(
      "--data <FOLDER>",
      inLanguage({ en: "where the ledger shall lie; must be absent or empty", zh: "账本恢复到哪里；必须不存在或为空" }),
    )
    .addOption(keysOption())
    .option(
      "--digest <SHA256>",
      inLanguage({ en: "digest that backup printed, kept elsewhere", zh: "备份时打印、另处保存的摘要" }),
    )
    .option(
      "--ledger-only",
      inLanguage({
        en: "only the ledger and its public log, into a folder with keys of its own that has no ledger",
        zh: "只恢复账本及其公开日志，放进已有自己密钥、还没有账本的文件夹",
      }),
    )
    .option(
      "--past-term",
      inLanguage({
        en: `also from a backup older than ${backupTermDays} days, which may bring back people who were erased since`,
        zh: `备份超过 ${backupTermDays} 天也恢复；可能带回后来已删除的人`,
      }),
    )
    .option("--json", inLanguage({ en: "print what was restored as JSON", zh: "用 JSON 输出恢复了什么" }))
    .action(run);
}

async function run({ from, data, keys, digest, ledgerOnly, pastTerm, json }: Flags): Promise<void> {
  const manifest = await readManifest(from, digest);
  if (ledgerOnly !== true && pastTerm !== true) requireInTerm(manifest);
  const all: readonly BackupFile[] = manifest.files;
  const files = ledgerOnly === true ? all.filter(({ path }) => isOfLedger(path)) : all;
  if (ledgerOnly === true) await restoreLedger(manifest, files, { from, data });
  else await restoreWhole(manifest, { from, data, keys });
  const { chain, height, appHash } = manifest;
  const restored = { chain, height, appHash, files: files.length };
  const next =
    ledgerOnly === true
      ? cosignStep(data)
      : nextStep({ data, isMember: files.some(({ path }) => path === networkName) });
  const text = inLanguage({
    en: `Restored ${files.length} files up to height ${height}, all digests and the app hash as saved. ${next}`,
    zh: `已恢复 ${files.length} 个文件，到高度 ${height}；所有摘要和状态根与备份一致。${next}`,
  });
  process.stdout.write(`${json === true ? JSON.stringify(restored) : text}\n`);
}

/** Whoever was erased in so long a time must not come back by an oversight. */
function requireInTerm(manifest: Manifest): void {
  if (!isPastTerm(manifest, Date.now())) return;
  throw new Error(
    inLanguage({
      en: `this backup is older than ${backupTermDays} days: it holds the keys of people who were erased since, and should be deleted. Take a newer one, or the ledger alone with --ledger-only; where there is no newer one and its own key was kept against the term, --past-term, and decide every later erasure again`,
      zh: `这份备份超过 ${backupTermDays} 天，里面还有后来已删除的人的密钥，应当删除。请用较新的备份，或加 --ledger-only 只恢复账本；实在没有较新的、当时的密钥又违反期限留着，加 --past-term，并把之后的删除重新办一遍`,
    }),
  );
}

const networkName = "network.json";

/** A member has signed since the backup was made: it goes on only under another consensus key. */
function nextStep({ data, isMember }: { data: string; isMember: boolean }): string {
  if (!isMember) {
    return inLanguage({ en: `Start it: npm start -- --data ${data}`, zh: `启动：npm start -- --data ${data}` });
  }
  return inLanguage({
    en: `It is a node of several: put its passphrase beside it, then npx mingbai node replace --lost disk --data ${data}`,
    zh: `这是多家共同维护的账本的节点：放回口令文件，再运行 npx mingbai node replace --lost disk --data ${data}`,
  });
}

/** A ledger beside keys of another organisation is one that was handed over. */
function cosignStep(data: string): string {
  return inLanguage({
    en: `Put this member's network.json beside it, then npx mingbai cluster cosign --data ${data}`,
    zh: `放入本成员的 network.json，再运行 npx mingbai cluster cosign --data ${data}`,
  });
}

/** What a ledger is made of: the same on every node, nothing secret, nothing of the organisation that made the backup. */
const genesisName = "genesis.json";
const ledgerNames = ["ledger", "published", genesisName] as const;

function isOfLedger(path: string): boolean {
  return ledgerNames.some((name) => path === name || path.startsWith(`${name}/`));
}

async function restoreWhole(
  manifest: Manifest,
  { from, data, keys }: { from: string; data: string; keys: readonly string[] },
): Promise<void> {
  const folders = keys.length === 0 ? [defaultKeysFolder(data)] : keys;
  const files: readonly BackupFile[] = manifest.files;
  const isFirst = ({ path }: BackupFile): boolean => path === genesisName;
  await writeFolder(data, async (beside) => {
    // Genesis says whose passphrase is asked for; a key that is missing is told before a large ledger is copied.
    await copyChecked(files.filter(isFirst), { from, beside });
    const key = await findSealKey(manifest, { beside, data, folders, nowMs: Date.now() });
    await copyChecked(
      files.filter((file) => !isFirst(file)),
      { from, beside, key },
    );
    key?.fill(0);
    await compareHead(manifest, beside);
  });
}

/** Checked beside the rest of the folder first; genesis comes last, without which nothing starts. */
async function restoreLedger(
  manifest: Manifest,
  files: readonly BackupFile[],
  { from, data }: { from: string; data: string },
): Promise<void> {
  const present = (await readdir(data)).filter((name) => isOfLedger(name));
  if (present.length > 0) {
    throw new Error(
      inLanguage({
        en: `${data} has ${present.join(", ")}: name a folder without a ledger`,
        zh: `${data} 里已有 ${present.join("、")}：请指定没有账本的文件夹`,
      }),
    );
  }
  const checked = join(data, "ledger-copy");
  await writeFolder(checked, async (beside) => {
    await copyChecked(files, { from, beside });
    await compareHead(manifest, beside);
  });
  for (const name of ledgerNames) await rename(join(checked, name), join(data, name));
  await rmdir(checked);
}

async function readManifest(from: string, digest: string | undefined): Promise<Manifest> {
  const path = join(from, manifestName);
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
    throw new Error(
      inLanguage({
        en: `${from} is no backup: it has no ${manifestName}`,
        zh: `${from} 不是备份：里面没有 ${manifestName}`,
      }),
    );
  });
  const { sha256 } = await digestFile(path);
  if (digest !== undefined && digest.toLowerCase() !== sha256) {
    throw new Error(
      inLanguage({
        en: `${path} has the digest ${sha256}, not the one given: it was changed after the backup`,
        zh: `${path} 的摘要是 ${sha256}，与您给的不同：备份之后被改过`,
      }),
    );
  }
  const read = Manifest.safeParse(findJson(text));
  if (!read.success)
    throw new Error(inLanguage({ en: `${path} is no manifest of this version`, zh: `${path} 不是本版本的备份清单` }));
  return read.data;
}
