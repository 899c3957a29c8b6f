import { mkdir, realpath, stat } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { inLanguage } from "../../words.ts";

const ownerOnly = 0o700;

/** Where the keys of backups lie unless said otherwise: beside the data folder, so that no backup holds them. */
export function defaultKeysFolder(data: string): string {
  return join(dirname(resolve(data)), "backup-keys");
}

/**
 * The folders that were named, which are there, or the one beside the data folder, which is made. Throws an Error where one
 * is not there, or lies within the data or the backup or holds them: a key that is copied along ends nothing.
 */
export async function openKeysFolders(
  named: readonly string[],
  { data, to }: { data: string; to: string },
): Promise<string[]> {
  const beside = defaultKeysFolder(data);
  if (named.length === 0) await mkdir(beside, { recursive: true, mode: ownerOnly });
  const folders: string[] = [];
  for (const folder of named.length === 0 ? [beside] : named) folders.push(await present(folder));
  for (const folder of folders)
    for (const other of [data, to]) {
      const place = await realOf(other);
      if (isWithin(folder, place) || isWithin(place, folder)) throw together(folder, other);
    }
  return [...new Set(folders)];
}

/** What an operator should know of where the keys lie, in words; nothing where all three are on media of their own. */
export async function warnOfKeysFolders(
  folders: readonly string[],
  { data, to }: { data: string; to: string },
): Promise<string[]> {
  const devices = await Promise.all([data, to, ...folders].map(async (path) => (await stat(path)).dev));
  const [ofData, ofBackup, ...ofKeys] = devices;
  const warnings: string[] = [];
  if (ofKeys.every((device) => device === ofData)) warnings.push(besideLedger(folders));
  if (ofKeys.includes(ofBackup ?? -1) && ofBackup !== ofData) warnings.push(besideBackup(folders));
  return warnings;
}

/** A medium that is not mounted must not have keys made in its place. */
async function present(folder: string): Promise<string> {
  try {
    return await realpath(folder);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    throw new Error(
      inLanguage({
        en: `there is no folder ${folder} for the keys of backups: mount it, or make it`,
        zh: `没有存放备份密钥的文件夹 ${folder}：请挂载或新建`,
      }),
    );
  }
}

/** Where a path leads that may not be there yet. */
async function realOf(path: string): Promise<string> {
  const whole = resolve(path);
  try {
    return await realpath(whole);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT") || dirname(whole) === whole)
      throw error;
    return join(await realOf(dirname(whole)), relative(dirname(whole), whole));
  }
}

function isWithin(folder: string, other: string): boolean {
  const way = relative(other, folder);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function together(folder: string, other: string): Error {
  return new Error(
    inLanguage({
      en: `the keys of backups in ${folder} and what lies in ${other} would be copied along with each other: name a folder elsewhere with --keys`,
      zh: `${folder} 里的备份密钥会和 ${other} 里的内容一起被复制：请用 --keys 指定别处的文件夹`,
    }),
  );
}

function besideLedger(folders: readonly string[]): string {
  const places = folders.join(", ");
  return inLanguage({
    en: `The keys of backups lie on the same disk as the ledger (${places}): if that disk is lost, what is sealed in the backups is lost with it. Name a folder on another medium with --keys, once more for a second one`,
    zh: `备份密钥与账本在同一块磁盘上（${places}）：这块盘一旦损坏，备份里加密的内容也打不开。请用 --keys 指定另一介质上的文件夹；可以写两次，放两处`,
  });
}

function besideBackup(folders: readonly string[]): string {
  const places = folders.join(", ");
  return inLanguage({
    en: `Keys of backups lie on the same disk as the backup (${places}): whoever copies that disk copies both, and such a copy does not end with its term`,
    zh: `备份密钥与备份在同一块磁盘上（${places}）：整盘复制会把两者一起带走，那样的副本到期也不会失效`,
  });
}
