import { mkdir } from "node:fs/promises";
import { type DataFolder, dataFolder } from "@mingbai/app-node/data-folder";
import { makeAdministrator } from "@mingbai/app-node/founding/make-administrator";
import { publicRosterKeys } from "@mingbai/app-node/founding/solo-roster";
import { openNodeKeys } from "@mingbai/app-node/keys/node-keys";
import { toHex } from "@mingbai/codec/hex";
import { writePrivateFile } from "@mingbai/crypto/key-file/write-private-file";
import { newSeed } from "@mingbai/crypto/signers/generate-signer";
import type { Signer } from "@mingbai/crypto/signers/signer";
import type { Administrator, MemberKeys } from "./members-file.ts";

const ownerOnly = 0o700;

/**
 * Makes what is secret of a member in its data folder: the node's key, its administrator's unless a demo's people have theirs,
 * and, where no passphrase is given, a file with a new one, for nodes that start with nobody there to type. Gives the public parts,
 * and the key by which its organisation signs the first roster.
 */
export async function makeMemberKeys(
  root: string,
  { given, isDemo }: { given?: string | undefined; isDemo: boolean },
): Promise<{ keys: MemberKeys; administrator: Administrator | undefined; organisationKey: Signer }> {
  const folder = dataFolder(root);
  await mkdir(root, { recursive: true, mode: ownerOnly });
  const passphrase = given ?? (await makePassphrase(folder));
  const keys = await openNodeKeys({ path: folder.nodeKey, passphrase });
  return {
    keys: { ...publicRosterKeys(keys), p2pKey: toHex(keys.p2p.publicKey) },
    organisationKey: keys.organisation,
    administrator: isDemo ? undefined : await makeAdministrator({ folder, passphrase }),
  };
}

async function makePassphrase({ passphrase: path }: DataFolder): Promise<string> {
  const passphrase = toHex(newSeed());
  await writePrivateFile({ path, text: `${passphrase}\n`, replace: false });
  return passphrase;
}
