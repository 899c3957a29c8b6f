import { hkdfSync } from "node:crypto";
import { contexts } from "@mingbai/codec/contexts";
import { KeyFileError } from "@mingbai/crypto/key-file/key-file-error";
import { readKeyFile } from "@mingbai/crypto/key-file/read-key-file";
import { writeKeyFile } from "@mingbai/crypto/key-file/write-key-file";
import { generateSealingKey, type SealingKey } from "@mingbai/crypto/sealing/sealing-key";
import { generateSigner, newSeed } from "@mingbai/crypto/signers/generate-signer";
import type { Signer } from "@mingbai/crypto/signers/signer";
import { neverRenewed, type Renewed, type RenewedKey, readRenewed } from "./renewed-keys.ts";

/** A node's own keys, each derived from the one secret in its key file (HKDF-SHA256, RFC 5869). */
export interface NodeKeys {
  /** Signs rosters for the organisation, which a ledger of one keeps on its only node. */
  readonly organisation: Signer;
  /** Signs containers. */
  readonly node: Signer;
  /** Signs checkpoints. */
  readonly log: Signer;
  /** Signs checkpoints of the whole as a cosigner. */
  readonly cosign: Signer;
  /** Votes in the consensus of several. */
  readonly consensus: Signer;
  /** By which other members' consensus engines know this node's. */
  readonly p2p: Signer;
  /** For what takes no signer: links to other members, the consensus engine. 32 bytes each. */
  readonly seeds: Readonly<Record<"node" | "consensus" | "p2p", Uint8Array>>;
  /** Opens the vault. */
  readonly vault: SealingKey;
  /** From which the vault's key is made again in the projector's process. */
  readonly vaultSeed: Uint8Array;
}

/** The keys in the file, which is made where it is absent; those that were renewed are others. */
export async function openNodeKeys(file: { path: string; passphrase: string }): Promise<NodeKeys> {
  return deriveNodeKeys(await readOrMakeSecret(file), await readRenewed(file.path));
}

/** All keys of a node from its 32-byte secret. */
export async function deriveNodeKeys(secret: Uint8Array, renewed = neverRenewed): Promise<NodeKeys> {
  const seeds = {
    node: derive(secret, renewedPurpose("node", renewed)),
    consensus: derive(secret, renewedPurpose("consensus", renewed)),
    p2p: derive(secret, "p2p"),
  };
  return {
    organisation: generateSigner("ed25519", derive(secret, "organisation")),
    node: generateSigner("ed25519", seeds.node),
    log: generateSigner("ed25519", derive(secret, "log")),
    cosign: generateSigner("ed25519", derive(secret, "cosign")),
    consensus: generateSigner("ed25519", seeds.consensus),
    p2p: generateSigner("ed25519", seeds.p2p),
    seeds,
    vault: await generateSealingKey({ seed: derive(secret, "vault") }),
    vaultSeed: derive(secret, "vault"),
  };
}

async function readOrMakeSecret({ path, passphrase }: { path: string; passphrase: string }): Promise<Uint8Array> {
  try {
    return (await readKeyFile({ path, passphrase })).secret;
  } catch (error) {
    if (!(error instanceof KeyFileError) || error.code !== "ABSENT") throw error;
  }
  const secret = newSeed();
  const { publicKey } = generateSigner("ed25519", secret);
  await writeKeyFile({ path, kind: "ed25519", publicKey, secret, passphrase });
  return secret;
}

/** Each time another; the first is the one that a ledger was founded with. */
function renewedPurpose(key: RenewedKey, renewed: Renewed): string {
  return renewed[key] === 0 ? key : `${key}/${renewed[key]}`;
}

function derive(secret: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secret, new Uint8Array(), contexts.nodeKeys + purpose, 32));
}
