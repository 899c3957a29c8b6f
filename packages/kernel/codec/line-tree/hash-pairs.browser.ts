import { sha256 } from "@noble/hashes/sha2.js";

const pairBytes = 64;
const hashBytes = 32;

/** SHA-256 of each 64 bytes of `input`, one 32-byte digest after another into `output`, which is half as long. */
export function hashPairs(input: Uint8Array, output: Uint8Array): void {
  if (input.length % pairBytes !== 0 || output.length * 2 !== input.length) {
    throw new RangeError("output must be half as long as input, which must be whole pairs");
  }
  for (let from = 0, to = 0; from < input.length; from += pairBytes, to += hashBytes) {
    output.set(sha256(input.subarray(from, from + pairBytes)), to);
  }
}
