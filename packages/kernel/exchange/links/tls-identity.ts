import { Buffer } from "node:buffer";
import { createPrivateKey, createPublicKey, sign } from "node:crypto";

/** What TLS shows and proves: the node's Ed25519 key in a certificate that it signed itself. */
export interface TlsIdentity {
  /** Raw Ed25519, 32 bytes: what the other side pins. */
  readonly publicKey: Uint8Array;
  /** PKCS #8, PEM. */
  readonly key: string;
  /** X.509, PEM. */
  readonly cert: string;
}

/** PrivateKeyInfo up to the 32 bytes of an Ed25519 seed (RFC 8410 §7). */
const privateKeyStart = Buffer.from("302e020100300506032b657004220420", "hex");
const seedBytes = 32;
const publicKeyBytes = 32;

/** DER tags (X.690 §8). */
const tag = { integer: 0x02, bits: 0x03, oid: 0x06, utf8: 0x0c, utcTime: 0x17, time: 0x18, sequence: 0x30, set: 0x31 };
/** id-Ed25519, 1.3.101.112 (RFC 8410 §3). */
const ed25519Algorithm = der(tag.sequence, der(tag.oid, [0x2b, 0x65, 0x70]));
/** commonName, 2.5.4.3 (RFC 5280 appendix A.1). The name says nothing of whose node it is: the key does. */
const nodeName = der(
  tag.sequence,
  der(tag.set, der(tag.sequence, der(tag.oid, [0x55, 0x04, 0x03]), der(tag.utf8, Buffer.from("mingbai")))),
);
/** The certificate of a key that is trusted by pinning has no end (RFC 5280 §4.1.2.5). */
const always = { from: new Date("1970-01-01T00:00:00Z"), until: new Date("9999-12-31T23:59:59Z") };

/**
 * The identity of a 32-byte seed. The same seed and dates give the same certificate: an X.509 version 1 form (RFC 5280 §4.1, no
 * extensions) in which only dates, key and signature vary, so that it is written here byte by byte.
 */
export function makeTlsIdentity(seed: Uint8Array, { from, until } = always): TlsIdentity {
  if (seed.length !== seedBytes) throw new RangeError("a seed is 32 bytes");
  const key = createPrivateKey({ key: Buffer.concat([privateKeyStart, seed]), format: "der", type: "pkcs8" });
  const publicKeyInfo = createPublicKey(key).export({ format: "der", type: "spki" });
  const signed = der(
    tag.sequence,
    der(tag.integer, [1]),
    ed25519Algorithm,
    nodeName,
    der(tag.sequence, time(from), time(until)),
    nodeName,
    publicKeyInfo,
  );
  const certificate = der(tag.sequence, signed, ed25519Algorithm, der(tag.bits, [0], sign(null, signed, key)));
  return {
    publicKey: new Uint8Array(publicKeyInfo.subarray(-publicKeyBytes)),
    key: key.export({ format: "pem", type: "pkcs8" }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString("base64")}\n-----END CERTIFICATE-----\n`,
  };
}

/** Two digits of the year until 2049, four from 2050 on (RFC 5280 §4.1.2.5). */
function time(date: Date): Buffer {
  const text = `${date.toISOString().slice(0, 19).replaceAll(/[-T:]/g, "")}Z`;
  return date.getUTCFullYear() < 2050 ? der(tag.utcTime, Buffer.from(text.slice(2))) : der(tag.time, Buffer.from(text));
}

/** One DER value of less than 65,536 bytes (X.690 §8.1.3). */
function der(kind: number, ...parts: readonly (Uint8Array | readonly number[])[]): Buffer {
  const content = Buffer.concat(parts.map((part) => Uint8Array.from(part)));
  const { length } = content;
  if (length < 128) return Buffer.concat([Uint8Array.of(kind, length), content]);
  if (length < 256) return Buffer.concat([Uint8Array.of(kind, 0x81, length), content]);
  return Buffer.concat([Uint8Array.of(kind, 0x82, length >> 8, length & 0xff), content]);
}
