import { Buffer } from "node:buffer";
import { toHex } from "@mingbai/codec/hex";
import { ed25519Key } from "@mingbai/crypto/ed25519/sodium";
import { cometAddress } from "./node-id.ts";

/** A validator's state before it has signed anything (v0.40.0, privval/file.go). */
export const unsignedState = `${JSON.stringify({ height: "0", round: 0, step: 0 }, undefined, 2)}\n`;

/** node_key.json of a 32-byte seed. */
export function nodeKeyText(seed: Uint8Array): string {
  return `${JSON.stringify({ priv_key: privateKey(seed) })}\n`;
}

/** priv_validator_key.json of a 32-byte seed. */
export function validatorKeyText(seed: Uint8Array): string {
  const { publicKey } = ed25519Key(seed);
  const key = {
    address: toHex(cometAddress(publicKey)).toUpperCase(),
    pub_key: publicKeyJson(publicKey),
    priv_key: privateKey(seed),
  };
  return `${JSON.stringify(key, undefined, 2)}\n`;
}

/** An Ed25519 public key as CometBFT's JSON has it. */
export function publicKeyJson(publicKey: Uint8Array): { type: string; value: string } {
  return { type: "tendermint/PubKeyEd25519", value: Buffer.from(publicKey).toString("base64") };
}

/** Seed and public key, one behind the other, as Go has private keys. */
function privateKey(seed: Uint8Array): { type: string; value: string } {
  const bytes = Buffer.concat([seed, ed25519Key(seed).publicKey]);
  return { type: "tendermint/PrivKeyEd25519", value: bytes.toString("base64") };
}
