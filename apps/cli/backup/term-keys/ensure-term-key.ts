import { KeyFileError } from "@mingbai/crypto/key-file/key-file-error";
import { readPublicKeyFile } from "@mingbai/crypto/key-file/read-key-file";
import { readPrivateFile } from "@mingbai/crypto/key-file/read-private-file";
import { writeKeyFile } from "@mingbai/crypto/key-file/write-key-file";
import { writePrivateFile } from "@mingbai/crypto/key-file/write-private-file";
import { generateSealingKey } from "@mingbai/crypto/sealing/sealing-key";
import { dataKeyBytes } from "@mingbai/crypto/sealing/suite";
import { inLanguage } from "../../words.ts";
import { listTermKeys, termKeyPath } from "./list-term-keys.ts";

interface KeyWish {
  /** Each gets the same key. */
  readonly folders: readonly string[];
  readonly node: string;
  readonly week: string;
  /** Asked for only where the week has no key yet. */
  readonly passphrase: () => Promise<string>;
}

/**
 * The public half of the week's key, durable in every folder before it is returned. `made`: the files that were not there. Two who
 * ask at once get the same. Throws an Error where folders hold different keys, or one of a later week: the clock was set back then.
 */
export async function ensureTermKey({
  folders,
  node,
  week,
  passphrase,
}: KeyWish): Promise<{ publicKey: Uint8Array; made: readonly string[] }> {
  const paths = folders.map((folder) => termKeyPath(folder, { node, week }));
  const [first = ""] = paths;
  for (const folder of folders) await refuseLater(folder, { node, week });
  const present = await findFirst(paths);
  const made: string[] = [];
  if (present === undefined && (await makeKey(first, await passphrase()))) made.push(first);
  const from = present ?? first;
  const text = await readPrivateFile(from);
  const { publicKey } = await readPublicKeyFile(from);
  for (const path of paths.filter((other) => other !== from)) {
    if (await isNew(writePrivateFile({ path, text, replace: false }))) made.push(path);
    else if (Buffer.compare((await readPublicKeyFile(path)).publicKey, publicKey) !== 0) throw differ(from, path);
  }
  return { publicKey, made };
}

async function findFirst(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    try {
      await readPublicKeyFile(path);
      return path;
    } catch (error) {
      if (!(error instanceof KeyFileError) || error.code !== "ABSENT") throw error;
    }
  }
  return undefined;
}

async function makeKey(path: string, passphrase: string): Promise<boolean> {
  const secret = crypto.getRandomValues(new Uint8Array(dataKeyBytes));
  const { publicKey } = await generateSealingKey({ seed: secret });
  try {
    return await isNew(writeKeyFile({ path, kind: "x25519", publicKey, secret, passphrase }));
  } finally {
    secret.fill(0);
  }
}

/** False where somebody else was first. */
async function isNew(writing: Promise<void>): Promise<boolean> {
  try {
    await writing;
    return true;
  } catch (error) {
    if (error instanceof KeyFileError && error.code === "EXISTS") return false;
    throw error;
  }
}

/** A key for a week that has ended would be a second one for backups whose own is destroyed. */
async function refuseLater(folder: string, { node, week }: { node: string; week: string }): Promise<void> {
  const later = (await listTermKeys(folder)).findLast((key) => key.node === node && !key.isLeftover && key.week > week);
  if (later === undefined) return;
  throw new Error(
    inLanguage({
      en: `${later.path} is of a later week than this one (${week}): set the clock. Where the clock is right now and was ahead then, delete that file and the backups of that week`,
      zh: `${later.path} 属于比本周（${week}）更晚的一周：请校准时钟。如果现在的时钟是对的、当时走快了，请删除该文件和那一周的备份`,
    }),
  );
}

function differ(one: string, other: string): Error {
  return new Error(
    inLanguage({
      en: `${one} and ${other} are different keys of one week: look which of the two opens this week's backups (restore into an empty folder), and move the other away`,
      zh: `${one} 与 ${other} 是同一周的两把不同密钥：请看哪一把能打开本周的备份（恢复到一个空文件夹试一试），把另一把移走`,
    }),
  );
}
