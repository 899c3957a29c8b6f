import { type NodeContents, openContents } from "@mingbai/app-node/contents/open-contents";
import { dataFolder } from "@mingbai/app-node/data-folder";
import { demoNumber, demoSigner } from "@mingbai/app-node/demo/demo-keys";
import { demoGenesis } from "@mingbai/app-node/demo/found-demo";
import { findGenesis, writeGenesis } from "@mingbai/app-node/founding/genesis-file";
import { deriveNodeKeys } from "@mingbai/app-node/keys/node-keys";
import { LocalActor } from "@mingbai/app-node/local-actor";
import { type OpenLedger, openLedger } from "@mingbai/app-node/open-ledger";
import type { WitnessAddress } from "@mingbai/app-node/published/ask-witness";
import { utf8 } from "@mingbai/codec/bytes";
import { sha256 } from "@mingbai/codec/sha256";
import { writeKeyFile } from "@mingbai/crypto/key-file/write-key-file";
import { generateSigner } from "@mingbai/crypto/signers/generate-signer";
import { nodeDisk } from "@mingbai/log/disk/node-disk";

const secret = sha256(utf8("the node of a test"));
export const smallLedgerKeys = await deriveNodeKeys(secret);
const foundedMs = 1_767_225_600_000;

/** A demo ledger without the demo's payments, in a folder, opened as a node opens it. */
export async function openSmallLedger(root: string, witnesses: readonly WitnessAddress[] = []): Promise<OpenLedger> {
  const folder = dataFolder(root);
  const disk = nodeDisk();
  await disk.makeFolder(root);
  const origin = "http://localhost:8470";
  const found = await findGenesis(folder.genesis);
  const genesis = found ?? demoGenesis({ timeMs: foundedMs, keys: smallLedgerKeys, origin });
  if (found === undefined) await writeGenesis(folder.genesis, genesis);
  const onFatal = (error: Error): never => {
    throw error;
  };
  return openLedger({ disk, folder, genesis, keys: smallLedgerKeys, witnesses, onFatal });
}

/** Puts the keys of the small ledger's node into its folder, as commands read them. */
export async function writeSmallKeys(root: string, passphrase: string): Promise<void> {
  const { publicKey } = generateSigner("ed25519", secret);
  await writeKeyFile({ path: dataFolder(root).nodeKey, kind: "ed25519", publicKey, secret, passphrase });
}

/** What an open ledger keeps for sessions, as its node opens it. */
export function openSmallContents(root: string, { vault, subjects }: OpenLedger): Promise<NodeContents> {
  const onFatal = (error: Error): never => {
    throw error;
  };
  const parts = { disk: nodeDisk(), folder: dataFolder(root), keys: smallLedgerKeys, now: Date.now };
  return openContents({ ...parts, vault, subjects, onFatal });
}

/** Opens `count` supplier accounts named after `label`, one transaction each. Returns where the last stands in the log. */
export async function openAccounts(ledger: OpenLedger, label: string, count: number): Promise<number> {
  const actor = new LocalActor(ledger, { signer: demoSigner("admin"), keyId: demoNumber("key admin") });
  let logIndex = 0;
  for (let index = 0; index < count; index++) {
    const accounts = [{ account: demoNumber(`${label} ${index}`), kind: "supplier" }];
    ({ logIndex } = await actor.act("treasury.openAccounts", { accounts }));
  }
  return logIndex;
}
