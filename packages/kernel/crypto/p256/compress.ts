const uncompressedBytes = 65;

/** The compressed point (33 bytes) of an uncompressed one (04 ‖ x ‖ y, SEC 1 §2.3.3). Throws RangeError on another form. */
export function compressPoint(point: Uint8Array): Uint8Array<ArrayBuffer> {
  if (point.length !== uncompressedBytes || point[0] !== 4) throw new RangeError("not an uncompressed P-256 point");
  const compressed = new Uint8Array(point.subarray(0, 33));
  compressed[0] = 2 + ((point[64] ?? 0) & 1);
  return compressed;
}
