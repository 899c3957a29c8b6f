import { crc32 } from "node:zlib";

const sampleStrideBytes = 32;
const fnvPrime = 0x01000193;
const fnvBasis = 0x811c9dc5;

/** Both checks of a payload with its padding. */
export interface PayloadChecks {
  readonly payloadCrc: number;
  /**
   * FNV-1a over every 32nd byte. It confirms that a bit found through the CRC is the one that flipped: in half a
   * mebibyte one torn record in a thousand has some bit that fits by chance.
   */
  readonly sample: number;
}

/** The checks of the parts as one run of bytes. */
export function payloadChecks(parts: readonly Uint8Array[]): PayloadChecks {
  let payloadCrc = 0;
  let sample = fnvBasis;
  let next = 0;
  for (const part of parts) {
    payloadCrc = crc32(part, payloadCrc);
    // PERF: 16,384 steps for a batch of 512 KiB, some 15 microseconds.
    for (; next < part.length; next += sampleStrideBytes) sample = Math.imul(sample ^ (part[next] ?? 0), fnvPrime);
    next -= part.length;
  }
  return { payloadCrc, sample: sample >>> 0 };
}
