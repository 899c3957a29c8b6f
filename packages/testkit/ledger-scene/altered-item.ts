import { concat } from "@mingbai/codec/bytes";
import type { Certificate } from "@mingbai/ledger/availability/certificate";

/** Where an item's certificate or inline body begins, behind header and origin's signature. */
export const certificateAt = 160;
const signatureBytes = 64;

/** The lowest bit of the byte at `at` is another. */
export function flip(at: number) {
  return (bytes: Uint8Array) => bytes.with(at, (bytes[at] ?? 0) ^ 1);
}

export function put(at: number, value: number) {
  return (bytes: Uint8Array) => bytes.with(at, value);
}

export function cut(length: number) {
  return (bytes: Uint8Array) => bytes.subarray(0, length);
}

/** A byte more, at the end. */
export function more(bytes: Uint8Array): Uint8Array {
  return concat(bytes, new Uint8Array(1));
}

/** The signature at `at` is all zeros. */
export function zeroed(at: number) {
  return (bytes: Uint8Array) => {
    const changed = bytes.slice();
    changed.fill(0, at, at + signatureBytes);
    return changed;
  };
}

/** What stands there in another item. */
export function withPart(source: Uint8Array, from: number, to = source.length) {
  return (bytes: Uint8Array) => concat(bytes.subarray(0, from), source.subarray(from, to), bytes.subarray(to));
}

/** With the acks of these members only. */
export function kept(members: readonly number[]) {
  return ({ epoch, signers, signatures }: Certificate): Certificate => ({
    epoch,
    signers: members,
    signatures: members.flatMap((member) => signatures[signers.indexOf(member)] ?? []),
  });
}

/** The first ack in the place of each. */
export function same(honest: Certificate): Certificate {
  return { ...honest, signatures: honest.signatures.flatMap(() => honest.signatures[0] ?? []) };
}

/** Four signatures where three are a quorum; whether the fourth is valid is not even asked. */
export function withFourth(honest: Certificate): Certificate {
  return { ...honest, signers: [0, 1, 2, 3], signatures: [...honest.signatures, new Uint8Array(signatureBytes)] };
}
