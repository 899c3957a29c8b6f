import { findFrame, frameBytes, type ReadFrame } from "./frame.ts";
import { findNonZero } from "./zeros.ts";

const polynomial = 0xedb88320;

/**
 * The bit of a frame that, flipped back, makes it whole again, with the frame that it then is; undefined where no
 * single bit does. Bits count from the frame's first byte, lowest bit first.
 */
export function findFrameFlip(bytes: Uint8Array, offset: number): { bit: number; frame: ReadFrame } | undefined {
  const raw = bytes.slice(offset, offset + frameBytes);
  if (raw.length < frameBytes || findNonZero(raw, 0, frameBytes) === undefined) return undefined;
  for (let bit = 0; bit < frameBytes * 8; bit++) {
    flip(raw, bit);
    const frame = findFrame(raw, 0);
    if (frame) return { bit, frame };
    flip(raw, bit);
  }
  return undefined;
}

/**
 * The bit of `length` bytes whose flip changes their CRC32 by `difference` (stored XOR computed); undefined where
 * no single bit does. CRC32 is linear: what a flip changes depends on its distance from the end alone.
 */
export function findCrcFlip({ length, difference }: { length: number; difference: number }): number | undefined {
  const wanted = difference >>> 0;
  const effects = Uint32Array.from({ length: 8 }, (_, bit) => advance(1 << bit));
  for (let at = length - 1; at >= 0; at--) {
    for (let bit = 0; bit < 8; bit++) {
      const effect = effects[bit] ?? 0;
      if (effect === wanted) return at * 8 + bit;
      effects[bit] = (effect >>> 8) ^ (table[effect & 0xff] ?? 0);
    }
  }
  return undefined;
}

/** Flips a bit in place, lowest bit of the first byte first. */
export function flip(bytes: Uint8Array, bit: number): void {
  const at = bit >>> 3;
  bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit & 7));
}

function advance(byte: number): number {
  let value = byte;
  for (let step = 0; step < 8; step++) value = value & 1 ? (value >>> 1) ^ polynomial : value >>> 1;
  return value >>> 0;
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => advance(byte));
