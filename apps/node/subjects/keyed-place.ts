/** Two random numbers of 32 bits. */
export type PlaceKey = readonly [number, number];

/**
 * HalfSipHash-2-4 with 32 bits (Aumasson, Bernstein: SipHash, 2012, and their reference code) of whole words: where a key
 * goes in a table. Subjects are numbers that somebody else chose; without the key nobody can make them meet in one place.
 */
export function keyedPlace([k0, k1]: PlaceKey, bytes: Uint8Array): number {
  const words = bytes.length >>> 2;
  let v0 = k0;
  let v1 = k1;
  let v2 = 0x6c796765 ^ k0;
  let v3 = 0x74656462 ^ k1;
  for (let word = 0; word <= words + 1; word++) {
    const isEnd = word > words;
    const mixed = isEnd ? 0 : word < words ? wordAt(bytes, word * 4) : bytes.length << 24;
    if (isEnd) v2 ^= 0xff;
    else v3 ^= mixed;
    for (let round = 0; round < (isEnd ? 4 : 2); round++) {
      v0 = (v0 + v1) | 0;
      v1 = turn(v1, 5) ^ v0;
      v0 = turn(v0, 16);
      v2 = (v2 + v3) | 0;
      v3 = turn(v3, 8) ^ v2;
      v0 = (v0 + v3) | 0;
      v3 = turn(v3, 7) ^ v0;
      v2 = (v2 + v1) | 0;
      v1 = turn(v1, 13) ^ v2;
      v2 = turn(v2, 16);
    }
    if (!isEnd) v0 ^= mixed;
  }
  return (v1 ^ v3) >>> 0;
}

/** PERF: three times a part; a view over the bytes would cost more than the hash. */
function wordAt(bytes: Uint8Array, at: number): number {
  const high = ((bytes[at + 3] ?? 0) << 24) | ((bytes[at + 2] ?? 0) << 16);
  return high | ((bytes[at + 1] ?? 0) << 8) | (bytes[at] ?? 0);
}

function turn(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}
