import { fromHex } from "@mingbai/codec/hex";
import { browserPasskeys, generateSigner, passkeySigner, type Signer, webCryptoSigner } from "@mingbai/sdk/index";
import { askDemoPeople } from "./ask-demo-people.ts";
import type { DeviceKey } from "./device-key.ts";
import { findKey } from "./key-store.ts";

/** The signer over a key of this device or of an invented person, or undefined where there is none. */
export async function findSigner(keyId: string): Promise<Signer | undefined> {
  const key = await findKey(keyId);
  if (key !== undefined) return signerOf(key);
  const person = (await askDemoPeople()).find((one) => one.keyId === keyId);
  return person && generateSigner("ed25519", fromHex(person.seed));
}

async function signerOf(key: DeviceKey): Promise<Signer> {
  if (key.scheme !== "webauthn-p256") return webCryptoSigner(key.pair);
  const { credentialId, rpId } = key;
  return passkeySigner(browserPasskeys, { credentialId, rpId, publicKey: fromHex(key.publicKey) });
}
