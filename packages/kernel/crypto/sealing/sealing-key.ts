import type { KeyPair } from "hpke";
import { sealingKeyBytes, suite } from "./suite.ts";

/** An X25519 pair to which data keys are sealed. */
export interface SealingKey {
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly pair: KeyPair<CryptoKey>;
}

/**
 * A sealing key. From a seed of 32 bytes it is always the same (RFC 9180 §7.1.3); without one it is new. Its private
 * half leaves the runtime only when made `extractable` (a node's key file).
 */
export async function generateSealingKey({
  seed = crypto.getRandomValues(new Uint8Array(sealingKeyBytes)),
  extractable = false,
}: {
  seed?: Uint8Array;
  extractable?: boolean;
} = {}): Promise<SealingKey> {
  if (seed.length !== sealingKeyBytes) throw new RangeError("a seed is 32 bytes");
  const pair = await suite.DeriveKeyPair(seed, extractable);
  return { publicKey: new Uint8Array(await suite.SerializePublicKey(pair.publicKey)), pair };
}
