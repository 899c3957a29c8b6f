import { KeyFileError } from "@mingbai/crypto/key-file/key-file-error";
import { readKeyFile } from "@mingbai/crypto/key-file/read-key-file";
import { generateSealingKey, type SealingKey } from "@mingbai/crypto/sealing/sealing-key";
import { inLanguage } from "../../words.ts";
import { keyEndDay, keyEndMs } from "./key-week.ts";
import { termKeyPath } from "./list-term-keys.ts";

interface KeySought {
  readonly folders: readonly string[];
  readonly node: string;
  readonly week: string;
  readonly passphrase: () => Promise<string>;
  readonly nowMs: number;
}

/** The key of a week, from the first folder that has it whole. Throws an Error that says what to do where none has. */
export async function openTermKey({ folders, node, week, passphrase, nowMs }: KeySought): Promise<SealingKey> {
  let given: string | undefined;
  for (const folder of folders) {
    try {
      given ??= await passphrase();
      const { secret } = await readKeyFile({ path: termKeyPath(folder, { node, week }), passphrase: given });
      const key = await generateSealingKey({ seed: secret });
      secret.fill(0);
      return key;
    } catch (error) {
      // What was being destroyed when the power went is no key file any more.
      if (!(error instanceof KeyFileError) || !(error.code === "ABSENT" || error.code === "MALFORMED")) throw error;
    }
  }
  throw nowMs < keyEndMs(week) ? missing(folders, week) : ended(folders, week);
}

function missing(folders: readonly string[], week: string): Error {
  const places = folders.join(", ");
  return new Error(
    inLanguage({
      en: `the key of the backups of the week of ${week} is not in ${places}: name the folder where it lies with --keys. Without it nothing but the ledger can be put back, with --ledger-only`,
      zh: `${places} 里没有 ${week} 那一周备份的密钥：请用 --keys 指定它所在的文件夹。没有它，只能加 --ledger-only 恢复账本`,
    }),
  );
}

function ended(folders: readonly string[], week: string): Error {
  const places = folders.join(", ");
  return new Error(
    inLanguage({
      en: `the key of the backups of the week of ${week} ended on ${keyEndDay(week)} and is not in ${places}: this backup opens no more, which is what the term is for. Take a newer one; the ledger alone can be put back from this one with --ledger-only`,
      zh: `${week} 那一周备份的密钥已于 ${keyEndDay(week)} 到期，${places} 里没有：这份备份不再能打开，期限就是为此而设。请用较新的备份；这一份只能加 --ledger-only 恢复账本`,
    }),
  );
}
