import { Option } from "commander";
import { inLanguage } from "../../words.ts";

/** `--keys`, as every command takes it that works with the keys of backups: once for each folder. */
export function keysOption(): Option {
  return new Option(
    "--keys <FOLDER>",
    inLanguage({
      en: "where the keys of backups lie, on another medium than ledger and backups; again for a second place with the same keys",
      zh: "备份密钥所在的文件夹，应在账本和备份之外的介质上；可重复写，几处放同样的密钥",
    }),
  )
    .argParser((folder: string, before: readonly string[]) => [...before, folder])
    .default([], inLanguage({ en: "backup-keys, beside the data folder", zh: "数据文件夹旁的 backup-keys" }));
}
