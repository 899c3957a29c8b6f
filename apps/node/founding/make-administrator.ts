import { join } from "node:path";
import { toHex } from "@mingbai/codec/hex";
import type { Number64 } from "@mingbai/codec/number64";
import { writeKeyFile } from "@mingbai/crypto/key-file/write-key-file";
import { generateSigner, newSeed } from "@mingbai/crypto/signers/generate-signer";
import type { DataFolder } from "../data-folder.ts";

/** A founding administrator's account, drawn at random, and the public part (hexadecimal) of a key whose file lies beside the node's. */
export async function makeAdministrator({
  folder,
  passphrase,
}: {
  folder: Pick<DataFolder, "root">;
  passphrase: string;
}): Promise<{ account: Number64; publicKey: string }> {
  const secret = newSeed();
  const { publicKey } = generateSigner("ed25519", secret);
  const path = join(folder.root, "administrator-key.json");
  await writeKeyFile({ path, kind: "ed25519", publicKey, secret, passphrase, replace: true });
  return { account: toHex(newSeed().subarray(0, 8)), publicKey: toHex(publicKey) };
}
