import { readPassphrase } from "@mingbai/crypto/key-file/passphrase";
import { readKeyFile } from "@mingbai/crypto/key-file/read-key-file";
import { generateSigner } from "@mingbai/crypto/signers/generate-signer";
import type { Signer } from "@mingbai/crypto/signers/signer";
import { inLanguage } from "../words.ts";

/** The signer of a key file; its passphrase is asked for where nothing names it. Throws an Error that says what is wrong. */
export async function openSigner(path: string): Promise<Signer> {
  const passphrase = await readPassphrase(inLanguage({ en: `Passphrase of ${path}: `, zh: `${path} 的口令：` }));
  const { kind, secret } = await readKeyFile({ path, passphrase });
  if (kind === "x25519")
    throw new Error(
      inLanguage({ en: `${path} holds a sealing key, which signs nothing`, zh: `${path} 里是加密用的密钥，不能签名` }),
    );
  return generateSigner(kind, secret);
}
