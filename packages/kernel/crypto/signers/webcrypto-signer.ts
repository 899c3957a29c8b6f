import { compressPoint } from "../p256/compress.ts";
import { toLowS } from "../p256/low-s.ts";
import type { SoftwareScheme } from "./generate-signer.ts";
import type { Signer } from "./signer.ts";

const algorithms = {
  ed25519: { generate: { name: "Ed25519" }, sign: { name: "Ed25519" } },
  p256: { generate: { name: "ECDSA", namedCurve: "P-256" }, sign: { name: "ECDSA", hash: "SHA-256" } },
} as const;

/**
 * A key that the browser keeps and never gives out: for devices without passkeys. The pair can be stored in
 * IndexedDB as it is and given to `webCryptoSigner` again. Ed25519 where the runtime has it, else P-256.
 */
export async function generateWebCryptoKey(): Promise<CryptoKeyPair> {
  return (await findGenerated("ed25519")) ?? (await generate("p256"));
}

/** The signer over such a pair. Throws RangeError on a key of another algorithm. */
export async function webCryptoSigner({ publicKey, privateKey }: CryptoKeyPair): Promise<Signer> {
  const scheme = schemeOfKey(privateKey);
  const raw = new Uint8Array(await crypto.subtle.exportKey("raw", publicKey));
  return {
    scheme,
    publicKey: scheme === "p256" ? compressPoint(raw) : raw,
    async sign({ message }) {
      const made = await crypto.subtle.sign(algorithms[scheme].sign, privateKey, new Uint8Array(message));
      const signature = new Uint8Array(made);
      return scheme === "p256" ? toLowS(signature) : signature;
    },
  };
}

async function findGenerated(scheme: SoftwareScheme): Promise<CryptoKeyPair | undefined> {
  try {
    return await generate(scheme);
  } catch (error) {
    // WebCrypto's way of saying that this runtime does not know the algorithm; anything else is a failure.
    if (error instanceof DOMException && error.name === "NotSupportedError") return undefined;
    throw error;
  }
}

/** A pair whose private half cannot be exported. */
export async function generate(scheme: SoftwareScheme): Promise<CryptoKeyPair> {
  const pair = await crypto.subtle.generateKey(algorithms[scheme].generate, false, ["sign", "verify"]);
  if (!("privateKey" in pair)) throw new Error("WebCrypto made a single key where a pair was asked for");
  return pair;
}

function schemeOfKey({ algorithm }: CryptoKey): SoftwareScheme {
  if (algorithm.name === "Ed25519") return "ed25519";
  if (algorithm.name === "ECDSA" && "namedCurve" in algorithm && algorithm.namedCurve === "P-256") return "p256";
  throw new RangeError(`a ${algorithm.name} key signs nothing here`);
}
