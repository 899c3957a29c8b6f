import { Buffer } from "node:buffer";
import { createPublicKey, X509Certificate } from "node:crypto";
import { generateSigner } from "@mingbai/crypto/signers/generate-signer";
import { describe, expect, it } from "vitest";
import { makeTlsIdentity } from "./tls-identity.ts";

const seed = new Uint8Array(32).map((_, at) => at);

describe("a node's certificate", () => {
  it("holds the key of the seed, signed by itself, without an end", () => {
    const { publicKey, key, cert } = makeTlsIdentity(seed);
    const read = new X509Certificate(cert);
    expect(publicKey).toEqual(generateSigner("ed25519", seed).publicKey);
    expect(read.publicKey.export({ format: "jwk" }).x).toBe(Buffer.from(publicKey).toString("base64url"));
    expect(read.verify(createPublicKey(key))).toBe(true);
    expect(read.subject).toBe("CN=mingbai");
    expect([read.validFromDate, read.validToDate]).toEqual([new Date(0), new Date("9999-12-31T23:59:59Z")]);
  });

  it("is always the same for a seed", () => {
    expect(makeTlsIdentity(seed)).toEqual(makeTlsIdentity(seed));
    expect(makeTlsIdentity(seed).cert).not.toBe(makeTlsIdentity(new Uint8Array(32)).cert);
  });

  it.each(["2001-02-03T04:05:06Z", "2049-12-31T23:59:59Z", "2050-01-01T00:00:00Z"])("can end at %s", (until) => {
    const { cert } = makeTlsIdentity(seed, { from: new Date("2000-01-01"), until: new Date(until) });
    expect(new X509Certificate(cert).validToDate).toEqual(new Date(until));
  });

  it("is not made of a seed of another length", () => {
    expect(() => makeTlsIdentity(new Uint8Array(31))).toThrow(RangeError);
  });
});
