import { utf8 } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import { describe, expect, it } from "vitest";
import { checkAssertion } from "../check-assertion.ts";
import * as noble from "../ed25519/noble.ts";
import * as sodium from "../ed25519/sodium.ts";
import { toDerSignature } from "../p256/der-signature.ts";
import { groupOrder, halfOrder } from "../p256/order.ts";
import { verifySignature } from "../verify-signature.ts";
import { generateSigner } from "./generate-signer.ts";
import { createPasskey, passkeySigner } from "./passkey-signer.ts";
import type { Signer } from "./signer.ts";
import { virtualAuthenticator } from "./virtual-authenticator.ts";
import { generate, generateWebCryptoKey, webCryptoSigner } from "./webcrypto-signer.ts";

const message = utf8("signed bytes");
const id = sha256(message);
const seed = sha256(utf8("a seed"));
const rpId = "ledger.example";
const origin = "https://ledger.example";

async function isValid(signer: Signer, signed = message): Promise<boolean> {
  const signature = await signer.sign({ message: signed, id });
  return verifySignature({ scheme: signer.scheme, publicKey: signer.publicKey, message: signed, signature, id });
}

describe("software signers", () => {
  it.each(["ed25519", "p256"] as const)("%s: a signature verifies, and the seed decides the key", async (scheme) => {
    const signer = generateSigner(scheme, seed);
    expect(await isValid(signer)).toBe(true);
    expect(toHex(generateSigner(scheme, seed).publicKey)).toBe(toHex(signer.publicKey));
    expect(await signer.sign({ message, id })).toEqual(await generateSigner(scheme, seed).sign({ message, id }));
    expect(toHex(generateSigner(scheme).publicKey)).not.toBe(toHex(signer.publicKey));
  });

  it("keep their key when the caller clears the seed", async () => {
    const cleared = seed.slice();
    const signer = generateSigner("ed25519", cleared);
    cleared.fill(0);
    expect(await isValid(signer)).toBe(true);
  });

  it.each(["ed25519", "p256"] as const)("%s: a seed of another length is refused", (scheme) => {
    expect(() => generateSigner(scheme, new Uint8Array(31))).toThrow(RangeError);
  });

  it("make the same Ed25519 key and signature in browsers as in Node", () => {
    expect(Object.keys(noble).sort()).toEqual(Object.keys(sodium).sort());
    const [inBrowser, inNode] = [noble.ed25519Key(seed), sodium.ed25519Key(seed)];
    expect(inBrowser.publicKey).toEqual(inNode.publicKey);
    expect(inBrowser.sign(message)).toEqual(inNode.sign(message));
  });
});

describe("WebCrypto signers", () => {
  it.each(["ed25519", "p256"] as const)("%s: sign without showing the key, s always low", async (scheme) => {
    const pair = await generate(scheme);
    const signer = await webCryptoSigner(pair);
    expect(pair.privateKey.extractable).toBe(false);
    expect(signer.scheme).toBe(scheme);
    // Half of WebCrypto's P-256 signatures have a high s: sixteen messages meet it but once in 65,536 runs.
    for (let n = 0; n < 16; n++) expect(await isValid(signer, utf8(`message ${n}`))).toBe(true);
  });

  it("take Ed25519 where the runtime has it", async () => {
    expect((await webCryptoSigner(await generateWebCryptoKey())).scheme).toBe("ed25519");
  });

  it("refuse a key of another algorithm", async () => {
    const pair = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-384" }, false, ["sign", "verify"]);
    await expect(webCryptoSigner(pair)).rejects.toThrow(RangeError);
  });
});

describe("passkey signers", () => {
  const authenticator = virtualAuthenticator({ seed, rpId, origin });

  it("sign the identity through the challenge, on this ledger's own page", async () => {
    const made = await createPasskey(authenticator.port, { rpId, rpName: "Ledger", userId: id, name: "Clerk" });
    expect(made.publicKey).toEqual(authenticator.publicKey);
    const signer = passkeySigner(authenticator.port, { ...made, rpId });
    expect(await isValid(signer)).toBe(true);
    expect(checkAssertion(await signer.sign({ message, id }), { rpId, origins: [origin] })).toBe("ok");
  });

  it("make a high s low", async () => {
    const port = { ...authenticator.port, get: async () => withHighS() };
    const signature = await passkeySigner(port, { ...authenticator, rpId }).sign({ message, id });
    expect(signature.subarray(-32)).toEqual(halfOrder);
  });

  it("refuse an authenticator whose signature is not DER", async () => {
    const port = {
      ...authenticator.port,
      get: async () => ({ ...authenticator.answer(id), derSignature: Uint8Array.of(1) }),
    };
    await expect(passkeySigner(port, { ...authenticator, rpId }).sign({ message, id })).rejects.toThrow(RangeError);
  });

  it("refuse a passkey that is not P-256", async () => {
    const port = {
      ...authenticator.port,
      create: async () => ({ credentialId: id, publicKeyDer: new Uint8Array(91) }),
    };
    const making = createPasskey(port, { rpId, rpName: "Ledger", userId: id, name: "Clerk" });
    await expect(making).rejects.toThrow(RangeError);
  });

  /** An answer whose s is (n + 1) / 2, the smallest high one. */
  function withHighS() {
    const high = new Uint8Array(64);
    high.set(groupOrder);
    high[31] = 1;
    high.set(halfOrder, 32);
    high[63] = (halfOrder[31] ?? 0) + 1;
    return { ...authenticator.answer(id), derSignature: toDerSignature(high) };
  }
});
