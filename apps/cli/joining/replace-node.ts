import { existsSync } from "node:fs";
import { join } from "node:path";
import { dataFolder } from "@mingbai/app-node/data-folder";
import { findGenesis } from "@mingbai/app-node/founding/genesis-file";
import { deriveNodeKeys, type NodeKeys } from "@mingbai/app-node/keys/node-keys";
import { foundPassphrase } from "@mingbai/app-node/keys/node-passphrase";
import { readRenewed, renewKey } from "@mingbai/app-node/keys/renewed-keys";
import { writeJoinFile } from "@mingbai/app-node/network/join-file";
import { writeLostPromises } from "@mingbai/app-node/network/lost-promises";
import { setLedgerAside } from "@mingbai/app-node/network/set-aside";
import { trustMember } from "@mingbai/app-node/network/trust-member";
import { toHex } from "@mingbai/codec/hex";
import { readKeyFile } from "@mingbai/crypto/key-file/read-key-file";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { resetCometData } from "@mingbai/sequencer/cometbft/reset-comet-data";
import { inLanguage } from "../words.ts";
import { readRosters } from "./read-rosters.ts";

/** What a node no longer has: its ledger (or the bodies in it), the engine's blocks and signatures, or both. */
export const losses = ["ledger", "order", "disk"] as const;
export type Loss = (typeof losses)[number];

/** What became of a node's folder. */
export interface Replaced {
  /** Where the old ledger lies now. */
  readonly aside: string | undefined;
  /** Whose node it is; undefined of one that only watches. */
  readonly organisation: string | undefined;
  /** Keys of a member that the roster must name from now on, where it names others; none of a node that only watches. */
  readonly newKeys: Partial<Record<"ackKey" | "consensusKey", Uint8Array>>;
}

/**
 * Makes the folder of a node ready to get back from the others what it lost, at its next start. Nothing that it has is
 * deleted. `url` and `rpcUrl`: of another member's node and engine. Throws Error before anything is changed where those
 * cannot be asked, or do not show this ledger.
 */
export async function replaceNode(
  root: string,
  given: { readonly loss: Loss; readonly url: string; readonly rpcUrl: string; readonly nowMs: number },
): Promise<Replaced> {
  const { loss, url, rpcUrl, nowMs } = given;
  const folder = dataFolder(root);
  const genesis = await findGenesis(folder.genesis);
  if (genesis === undefined || !existsSync(folder.network) || !existsSync(folder.nodeKey))
    throw new Error(words.kept(root));
  const disk = nodeDisk();
  const lock = await disk.lock(root);
  try {
    const passphrase = await foundPassphrase(folder, { isDemo: genesis.configuration.demo });
    const { secret } = await readKeyFile({ path: folder.nodeKey, passphrase });
    const rosters = await readRosters(url, genesis);
    const { roster } = rosters.at(-1) ?? rosters[0];
    const trusted = await trustMember(rpcUrl, { genesis, rosters });
    // An engine begins at block 1 where there is no snapshot: a ledger that has come farther would not go with it.
    const isSetAside = loss !== "order" || trusted === undefined;
    const aside = isSetAside ? await setLedgerAside(folder, nowMs) : undefined;
    const keys = await deriveNodeKeys(secret, await readRenewed(folder.nodeKey));
    if (isSetAside) await writeLostPromises(disk, folder, keys.node.publicKey);
    await resetCometData(folder.comet);
    const forgotSignatures = !existsSync(join(folder.comet, "data/priv_validator_state.json"));
    if (forgotSignatures) await renewKey(disk, folder.nodeKey, "consensus");
    if (trusted !== undefined) await writeJoinFile(disk, folder.join, trusted);
    const { ack, consensus } = await nextKeys(secret, folder.nodeKey);
    const own = roster.members.find(({ organisationKey }) => organisationKey === toHex(keys.organisation.publicKey));
    return {
      aside,
      organisation: own?.organisation,
      newKeys: {
        ...(own && isSetAside && { ackKey: ack.publicKey }),
        ...(own && forgotSignatures && { consensusKey: consensus.publicKey }),
      },
    };
  } finally {
    await lock.release();
  }
}

/** The ack key that `node renew` would take, and the consensus key that counts already. */
export async function nextKeys(
  secret: Uint8Array,
  keyFile: string,
): Promise<{ ack: NodeKeys["node"]; consensus: NodeKeys["consensus"]; keys: NodeKeys }> {
  const renewed = await readRenewed(keyFile);
  const keys = await deriveNodeKeys(secret, { ...renewed, node: renewed.node + 1 });
  return { ack: keys.node, consensus: keys.consensus, keys };
}

const words = {
  kept(root: string): string {
    return inLanguage({
      en: `${root} needs genesis.json, network.json and node-key.json: bring them back from the backup first`,
      zh: `${root} 需要 genesis.json、network.json 和 node-key.json：请先从备份恢复`,
    });
  },
};
