import { concat, viewOf } from "@mingbai/codec/bytes";

/** A passkey's answer (WebAuthn §6.3.3): what the authenticator and the browser signed, and the raw r‖s. */
export interface Assertion {
  readonly authenticatorData: Uint8Array;
  readonly clientDataJson: Uint8Array;
  readonly signature: Uint8Array;
}

/** rpIdHash 32, flags 1, counter 4 (WebAuthn §6.1). */
export const authenticatorDataBytesMin = 37;
export const authenticatorDataBytesMax = 256;
export const clientDataBytesMax = 640;
const headBytes = 4;
const rawBytes = 64;

/**
 * The bytes that travel as signature: u16 length of authenticatorData, u16 length of clientDataJSON (both
 * little-endian), the two, r‖s. At most 964 bytes. Throws RangeError on a part that does not fit.
 */
export function encodeAssertion(assertion: Assertion): Uint8Array<ArrayBuffer> {
  const head = new Uint8Array(headBytes);
  viewOf(head).setUint16(0, assertion.authenticatorData.length, true);
  viewOf(head).setUint16(2, assertion.clientDataJson.length, true);
  const bytes = concat(head, assertion.authenticatorData, assertion.clientDataJson, assertion.signature);
  const isWhole = assertion.signature.length === rawBytes && findAssertion(bytes) !== undefined;
  if (!isWhole) throw new RangeError("a part of the assertion does not fit its place");
  return bytes;
}

/** The assertion in these bytes (views, no copies), or undefined where lengths do not add up or pass their bounds. */
export function findAssertion(bytes: Uint8Array): Assertion | undefined {
  if (bytes.length < headBytes) return undefined;
  const authenticatorBytes = viewOf(bytes).getUint16(0, true);
  const clientBytes = viewOf(bytes).getUint16(2, true);
  if (authenticatorBytes < authenticatorDataBytesMin || authenticatorBytes > authenticatorDataBytesMax)
    return undefined;
  if (clientBytes > clientDataBytesMax) return undefined;
  if (bytes.length !== headBytes + authenticatorBytes + clientBytes + rawBytes) return undefined;
  const clientAt = headBytes + authenticatorBytes;
  return {
    authenticatorData: bytes.subarray(headBytes, clientAt),
    clientDataJson: bytes.subarray(clientAt, clientAt + clientBytes),
    signature: bytes.subarray(clientAt + clientBytes),
  };
}
