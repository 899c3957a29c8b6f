import { concat } from "@mingbai/codec/bytes";
import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { commitmentSaltBytes } from "@mingbai/codec/commitment";
import { contextBytes } from "@mingbai/codec/contexts";
import { fromHex, toHex } from "@mingbai/codec/hex";
import type { GivenPart } from "@mingbai/read-model/given-part";
import { findOpened, sealedBytesOf, sealInto } from "./aead.ts";
import { numberBytes, numberOfBytes } from "./subject-number.ts";

const commitmentBytes = 32;
/** Subject, commitment, giver. */
export const partNameBytes = numberBytes + commitmentBytes + numberBytes;

/** Which part it is, in bytes: the subject, the commitment, who gave it. */
export function encodePartName({ subject, commitment, giver }: GivenPart): Uint8Array<ArrayBuffer> {
  return fromHex(subject + commitment + giver);
}

/** What `encodePartName` spelt. */
export function decodePartName(name: Uint8Array): GivenPart {
  const text = toHex(name);
  return {
    subject: text.slice(0, 2 * numberBytes),
    commitment: text.slice(2 * numberBytes, -2 * numberBytes),
    giver: text.slice(-2 * numberBytes),
  };
}

/** The subject's bytes in a part's name, as a view. */
export function subjectOf(name: Uint8Array): Uint8Array {
  return name.subarray(0, numberBytes);
}

/** Bytes of a part as it is stored. */
export function recordBytesOf({ salt, bytes }: { salt: Uint8Array; bytes: Uint8Array }): number {
  return partNameBytes + sealedBytesOf([salt, bytes]);
}

/**
 * Writes a part as it is stored (`recordBytesOf`): its name in clear (it stands on the ledger too), salt and content under the subject's
 * data key.
 */
export function sealPart(
  record: Uint8Array,
  of: { name: Uint8Array; dataKey: Uint8Array; nonce: Uint8Array; salt: Uint8Array; bytes: Uint8Array },
): void {
  const { name, dataKey, nonce, salt, bytes } = of;
  record.set(name);
  sealInto(record.subarray(partNameBytes), dataKey, { nonce, plaintext: [salt, bytes], bound: boundTo(name) });
}

/** The name of a stored part, and the rest, sealed. */
export function splitPart(payload: Uint8Array): { name: Uint8Array; sealed: Uint8Array } {
  return { name: payload.subarray(0, partNameBytes), sealed: payload.subarray(partNameBytes) };
}

/** What a stored part holds. Throws an Error where this key does not open it, SyntaxError where it holds no JSON. */
export function openPart(
  { name, sealed }: { name: Uint8Array; sealed: Uint8Array },
  dataKey: Uint8Array,
): { salt: string; content: CanonicalObject } {
  const opened = findOpened(dataKey, { sealed, bound: boundTo(name) });
  if (opened === undefined) throw new Error(`a part of ${numberOfBytes(subjectOf(name))} does not open`);
  const content: CanonicalObject = JSON.parse(new TextDecoder().decode(opened.subarray(commitmentSaltBytes)));
  return { salt: toHex(opened.subarray(0, commitmentSaltBytes)), content };
}

/** Made once and used at once. PERF: memory of its own for each part would cost as much as its hash. */
const bound = concat(contextBytes.subjectPart, new Uint8Array(partNameBytes));

function boundTo(name: Uint8Array): Uint8Array {
  bound.set(name, contextBytes.subjectPart.length);
  return bound;
}
