import { contextBytes } from "@mingbai/codec/contexts";
import { linesRoot } from "@mingbai/codec/line-tree/lines-root";
import { sha256 } from "@mingbai/codec/sha256";
import { u32 } from "@mingbai/codec/u64";

/** A payments body is one 64-byte head, which the domain reads, and 64-byte lines. */
export const paymentHeadBytes = 64;
export const lineBytes = 64;
export const linesMax = 8_192;
export const commandBodyBytesMax = 64 * 1024;

/** A payments body taken apart; views, no copies. */
export interface PaymentBody {
  readonly head: Uint8Array;
  readonly lines: Uint8Array;
  readonly count: number;
}

/** The parts of a payments body, or undefined where its length is not a head and 1 to 8,192 lines. */
export function findPaymentBody(body: Uint8Array): PaymentBody | undefined {
  const count = (body.length - paymentHeadBytes) / lineBytes;
  if (!Number.isInteger(count) || count < 1 || count > linesMax) return undefined;
  return { head: body.subarray(0, paymentHeadBytes), lines: body.subarray(paymentHeadBytes), count };
}

/** SHA-256 of a command's canonical JSON under its context. */
export function commandBodyHash(body: Uint8Array): Uint8Array<ArrayBuffer> {
  return sha256(contextBytes.commandBody, body);
}

/** Hash of a payments body: its head, its count, and the root over its lines. */
export function paymentBodyHash(body: PaymentBody, root = linesRoot(body.lines)): Uint8Array<ArrayBuffer> {
  return sha256(contextBytes.paymentBody, body.head, u32(body.count), root);
}
