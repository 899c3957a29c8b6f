import { toHex } from "@mingbai/codec/hex";
import { readPassphrase } from "@mingbai/crypto/key-file/passphrase";
import { writeKeyFile } from "@mingbai/crypto/key-file/write-key-file";
import { generateSigner, newSeed } from "@mingbai/crypto/signers/generate-signer";
import type { KeySlip } from "@mingbai/identity/schema";
import { Command } from "commander";
import { inLanguage } from "../words.ts";

const numberBytes = 8;

/** `mingbai key`: a key file for somebody who acts from the command line, and the slip by which an administrator registers it. */
export function keyCommand(): Command {
  return new Command("key")
    .description(
      inLanguage({
        en: "make a key file for acting from the command line, and print the slip by which an administrator registers it",
        zh: "生成在命令行办事用的密钥文件，并打印交管理员登记的内容",
      }),
    )
    .requiredOption(
      "--to <FILE>",
      inLanguage({ en: "where the key goes; must be absent", zh: "密钥放在哪里；必须不存在" }),
    )
    .action(({ to }: { to: string }) => run(to));
}

async function run(path: string): Promise<void> {
  const passphrase = await readPassphrase(inLanguage({ en: `Passphrase of ${path}: `, zh: `${path} 的口令：` }));
  const secret = newSeed();
  const { publicKey } = generateSigner("ed25519", secret);
  await writeKeyFile({ path, kind: "ed25519", publicKey, secret, passphrase });
  const keyId = toHex(newSeed().subarray(0, numberBytes));
  const slip: KeySlip = { keyId, scheme: "ed25519", publicKey: toHex(publicKey) };
  process.stdout.write(`${JSON.stringify(slip)}\n`);
  process.stderr.write(
    inLanguage({
      en: `The key is in ${path}. An administrator registers the line above with do identity.registerKey; then act with --key ${path} --as ${keyId}.\n`,
      zh: `密钥在 ${path}。请管理员用 do identity.registerKey 登记上面一行；之后用 --key ${path} --as ${keyId} 办事。\n`,
    }),
  );
}
