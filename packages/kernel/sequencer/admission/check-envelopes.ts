import { hashLines } from "@mingbai/codec/line-tree/hash-lines";
import { schemeOf } from "@mingbai/crypto/scheme";
import { verifySignature } from "@mingbai/crypto/verify-signature";
import { type Envelope, findBodyFault, findPayments, readEnvelope } from "@mingbai/ledger/transaction/envelope";
import { signedBytes } from "@mingbai/ledger/transaction/header";
import type { Checked } from "./checked.ts";

/** Checks every envelope in these bytes: form, body hash, signature. Needs no state. PERF: see `check-pool.ts`. */
export function checkEnvelopes(bytes: Uint8Array, envelopesMax: number): Checked[] {
  const checked: Checked[] = [];
  for (let at = 0; at < bytes.length; ) {
    if (checked.length === envelopesMax) return [...checked, { fault: "MALFORMED" }];
    const envelope = readEnvelope(bytes.subarray(at));
    if (typeof envelope === "string") return [...checked, { fault: "MALFORMED" }];
    checked.push(checkEnvelope(envelope));
    at += envelope.length;
  }
  return checked;
}

function checkEnvelope(envelope: Envelope): Checked {
  const payments = findPayments(envelope);
  const lines = payments && hashLines(payments.lines);
  const bodyFault = findBodyFault(envelope, lines?.root);
  if (bodyFault !== undefined) return { fault: bodyFault === "BODY_HASH_WRONG" ? bodyFault : "MALFORMED" };
  if (!hasValidSignature(envelope)) return { fault: "SIGNATURE_WRONG" };
  return lines === undefined ? {} : { lines };
}

function hasValidSignature({ header, headerBytes, signature, id }: Envelope): boolean {
  const scheme = schemeOf(header.scheme);
  if (scheme === undefined) return false;
  return verifySignature({ scheme, publicKey: header.publicKey, message: signedBytes(headerBytes), signature, id });
}
