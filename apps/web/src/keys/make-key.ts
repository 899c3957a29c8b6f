import { toHex } from "@mingbai/codec/hex";
import { browserPasskeys, createPasskey, generateWebCryptoKey, newSeed, webCryptoSigner } from "@mingbai/sdk/index";
import type { DeviceKey } from "./device-key.ts";
import { keepKey } from "./key-store.ts";

const keyIdBytes = 8;
const userIdBytes = 16;

const newKeyId = (): string => toHex(newSeed().subarray(0, keyIdBytes));

/** Makes a key that never leaves this browser, and keeps it: Ed25519, or P-256 where the browser has none. */
export async function makeKey(nowMs: number): Promise<DeviceKey> {
  const pair = await generateWebCryptoKey();
  const { scheme, publicKey } = await webCryptoSigner(pair);
  if (scheme === "webauthn-p256") throw new Error("a passkey is not made here");
  const key: DeviceKey = { keyId: newKeyId(), scheme, publicKey: toHex(publicKey), pair, madeMs: nowMs };
  await keepKey(key);
  return key;
}

/**
 * Makes a passkey with the device's own dialogue, and keeps its name. `label` is what the device's list shows; it names
 * nobody. Throws DOMException where the person declines.
 */
export async function makePasskey(
  { rpId, rpName, label }: { rpId: string; rpName: string; label: string },
  nowMs: number,
): Promise<DeviceKey> {
  const keyId = newKeyId();
  const userId = newSeed().subarray(0, userIdBytes);
  const made = await createPasskey(browserPasskeys, { rpId, rpName, userId, name: `${label} ${keyId.slice(0, 4)}` });
  const { credentialId, publicKey } = made;
  const key: DeviceKey = {
    keyId,
    scheme: "webauthn-p256",
    publicKey: toHex(publicKey),
    credentialId,
    rpId,
    madeMs: nowMs,
  };
  await keepKey(key);
  return key;
}
