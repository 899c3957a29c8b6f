import { toHex } from "@mingbai/codec/hex";
import { readPublicKeyFile } from "@mingbai/crypto/key-file/read-key-file";

const numberBytes = 8;

/** By what the keys of a node's backups are told from those of other nodes in one folder; needs no passphrase. */
export async function nodeOf(nodeKey: string): Promise<string> {
  return toHex((await readPublicKeyFile(nodeKey)).publicKey.subarray(0, numberBytes));
}
