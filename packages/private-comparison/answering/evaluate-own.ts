import { concat, utf8 } from "@mingbai/codec/bytes";
import { ristretto255, ristretto255_hasher } from "@noble/curves/ed25519.js";
import { sha512 } from "@noble/hashes/sha2.js";

const mode = 0x01;
/** RFC 9497 §3.1 CreateContextString for mode VOPRF, and §3.3.1's tags. */
const contextString = concat(utf8("OPRFV1-"), Uint8Array.of(mode), utf8("-ristretto255-SHA512"));
const groupTag = concat(utf8("HashToGroup-"), contextString);
const finalizeTag = utf8("Finalize");
const inputBytesMax = 65_535;

/**
 * RFC 9497 §3.3.1 Evaluate, in mode VOPRF: the function's 64 bytes for an input that the holder of the key knows, the
 * same as blinding, evaluating and finishing give. Throws RangeError on an input of more than 65,535 bytes.
 */
export function evaluateOwn(secretKey: Uint8Array, input: Uint8Array): Uint8Array {
  if (input.length > inputBytesMax) throw new RangeError("an input is at most 65,535 bytes");
  const point = ristretto255_hasher.hashToCurve(input, { DST: groupTag });
  const evaluated = point.multiply(ristretto255.Point.Fn.fromBytes(secretKey)).toBytes();
  return sha512(concat(withLength(input), withLength(evaluated), finalizeTag));
}

/** I2OSP(length, 2) and the bytes: big-endian, as the RFC has it. */
function withLength(bytes: Uint8Array): Uint8Array {
  return concat(Uint8Array.of(bytes.length >> 8, bytes.length & 0xff), bytes);
}
