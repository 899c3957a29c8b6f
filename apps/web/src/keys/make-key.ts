import { toHex } from "@mingbai/codec/hex";
import { generateWebCryptoKey, newSeed, webCryptoSigner } from "@mingbai/sdk/index";
import type { DeviceKey } from "./device-key.ts";
import { keepKey } from "./key-store.ts";

const keyIdBytes = 8;

/** Makes a key that never leaves this browser, and keeps it: Ed25519, or P-256 where the browser has none. */
export async function makeKey(nowMs: number): Promise<DeviceKey> {
  const pair = await generateWebCryptoKey();
  const { scheme, publicKey } = await webCryptoSigner(pair);
  if (scheme === "webauthn-p256") throw new Error("a passkey is not made here");
  const keyId = toHex(newSeed().subarray(0, keyIdBytes));
  const key: DeviceKey = { keyId, scheme, publicKey: toHex(publicKey), pair, madeMs: nowMs };
  await keepKey(key);
  return key;
}
