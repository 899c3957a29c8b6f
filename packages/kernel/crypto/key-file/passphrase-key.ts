import { scrypt } from "node:crypto";
import { utf8 } from "@mingbai/codec/bytes";
import { contexts } from "@mingbai/codec/contexts";
import { scryptCost } from "./key-file-form.ts";

const keyBytes = 32;
/** Node counts a little more than the 128·N·r bytes of RFC 7914 §5. */
const memorySpareBytes = 32 * 1024 * 1024;

/** The file's AES key: scrypt (RFC 7914) of the passphrase in NFC, so that every keyboard spells it alike. */
export function passphraseKey({
  passphrase,
  salt,
  logN,
}: {
  passphrase: string;
  salt: Uint8Array;
  logN: number;
}): Promise<Uint8Array> {
  const { r, p } = scryptCost;
  const N = 2 ** logN;
  const maxmem = 128 * N * r + memorySpareBytes;
  return new Promise((resolve, reject) => {
    scrypt(utf8(passphrase.normalize("NFC")), salt, keyBytes, { N, r, p, maxmem }, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

/** What the ciphertext is bound to: the readable part of the file, so that it cannot be exchanged under a secret. */
export function keyFileContext({ kind, publicKey }: { kind: string; publicKey: string }): Uint8Array {
  return utf8(`${contexts.keyFile}${kind}\n${publicKey}\n`);
}
