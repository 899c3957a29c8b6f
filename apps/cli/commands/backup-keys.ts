import { KeyFileError } from "@mingbai/crypto/key-file/key-file-error";
import { readPublicKeyFile } from "@mingbai/crypto/key-file/read-key-file";
import { Command } from "commander";
import { keyEndDay } from "../backup/term-keys/key-week.ts";
import { defaultKeysFolder } from "../backup/term-keys/keys-folders.ts";
import { keysOption } from "../backup/term-keys/keys-option.ts";
import { listTermKeys, type TermKeyFile } from "../backup/term-keys/list-term-keys.ts";
import { formatTable } from "../format-table.ts";
import { inLanguage } from "../words.ts";

interface Flags {
  readonly data: string;
  readonly keys: readonly string[];
  readonly json?: boolean;
}

/** `ready`: it opens with its node's passphrase. `over`: its term is over, the next backup destroys it. `broken`: it is no key any more. */
type KeyState = "ready" | "over" | "broken";

/** `mingbai backup-keys`: which weeks' backups still open, and until when. Changes nothing and needs no passphrase. */
export function backupKeysCommand(): Command {
  return new Command("backup-keys")
    .description(
      inLanguage({
        en: "list the keys of backups: of which week, until when; changes nothing",
        zh: "列出备份密钥：哪一周的，到哪天为止；不改动任何内容",
      }),
    )
    .option("--data <FOLDER>", inLanguage({ en: "where the ledger lies", zh: "账本所在的文件夹" }), ".mingbai/node")
    .addOption(keysOption())
    .option("--json", inLanguage({ en: "print the list as JSON", zh: "用 JSON 输出列表" }))
    .action(run);
}

async function run({ data, keys, json }: Flags): Promise<void> {
  const folders = keys.length === 0 ? [defaultKeysFolder(data)] : keys;
  const found = (await Promise.all(folders.map(listTermKeys))).flat().filter(({ isLeftover }) => !isLeftover);
  const nowMs = Date.now();
  const listed = await Promise.all(
    found.map(async (key) => ({ ...key, ends: keyEndDay(key.week), state: await stateOf(key, nowMs) })),
  );
  if (json === true) {
    const rows = listed.map(({ node, week, ends, state, path }) => ({ node, week, ends, state, path }));
    process.stdout.write(`${JSON.stringify({ keys: rows })}\n`);
    return;
  }
  const rows = listed.map(({ node, week, ends, state, path }) => [week, ends, node, stateWords(state), path]);
  const text = rows.length === 0 ? none(folders) : formatTable([heads(), ...rows]);
  process.stdout.write(`${text}\n`);
}

async function stateOf({ path, endMs }: TermKeyFile, nowMs: number): Promise<KeyState> {
  if (endMs <= nowMs) return "over";
  try {
    await readPublicKeyFile(path);
    return "ready";
  } catch (error) {
    if (error instanceof KeyFileError && (error.code === "MALFORMED" || error.code === "ABSENT")) return "broken";
    throw error;
  }
}

function stateWords(state: KeyState): string {
  const words: Readonly<Record<KeyState, { en: string; zh: string }>> = {
    ready: { en: "opens that week's backups", zh: "可打开那一周的备份" },
    over: { en: "term is over; the next backup destroys it", zh: "期限已到，下次备份时销毁" },
    broken: { en: "is no key any more: bring it back from another folder", zh: "已不是密钥：请从另一个文件夹取回" },
  };
  return inLanguage(words[state]);
}

function heads(): string[] {
  return [
    inLanguage({ en: "week of", zh: "周（起始日）" }),
    inLanguage({ en: "ends on", zh: "到期日" }),
    inLanguage({ en: "node", zh: "节点" }),
    inLanguage({ en: "state", zh: "状态" }),
    inLanguage({ en: "file", zh: "文件" }),
  ];
}

function none(folders: readonly string[]): string {
  const places = folders.join(", ");
  return inLanguage({
    en: `There is no key of a backup in ${places}: the first backup makes one. Name another folder with --keys`,
    zh: `${places} 里没有备份密钥：第一次备份时生成。放在别处的，请用 --keys 指定`,
  });
}
