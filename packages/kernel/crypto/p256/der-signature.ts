const integerTag = 0x02;
const sequenceTag = 0x30;
/** Two integers of at most 33 bytes with their heads, inside a sequence whose length takes one byte. */
const derBytesMax = 72;

/**
 * r‖s (64 bytes) of an ECDSA signature in DER (X.690; RFC 3279 §2.2.3), as authenticators give it, or undefined
 * where it is not the one DER spelling of two positive integers below 2^256.
 */
export function findRawSignature(der: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  if (der.length > derBytesMax || der[0] !== sequenceTag || der[1] !== der.length - 2) return undefined;
  const r = findInteger(der, 2);
  if (r === undefined) return undefined;
  const s = findInteger(der, r.end);
  if (s?.end !== der.length) return undefined;
  const raw = new Uint8Array(64);
  raw.set(r.digits, 32 - r.digits.length);
  raw.set(s.digits, 64 - s.digits.length);
  return raw;
}

/** The DER of r‖s, for a software authenticator. */
export function toDerSignature(raw: Uint8Array): Uint8Array<ArrayBuffer> {
  const content = [...derInteger(raw.subarray(0, 32)), ...derInteger(raw.subarray(32, 64))];
  return Uint8Array.from([sequenceTag, content.length, ...content]);
}

function findInteger(der: Uint8Array, at: number): { digits: Uint8Array; end: number } | undefined {
  const length = der[at + 1];
  if (der[at] !== integerTag || length === undefined || length < 1 || length > 33) return undefined;
  const content = der.subarray(at + 2, at + 2 + length);
  const [first = 0, second = 0] = content;
  if (content.length !== length || first >= 0x80) return undefined;
  if (first !== 0) return length > 32 ? undefined : { digits: content, end: at + 2 + length };
  // A leading zero stands only where the next byte would read as a sign; zero itself is no part of a signature.
  if (second < 0x80) return undefined;
  return { digits: content.subarray(1), end: at + 2 + length };
}

function derInteger(digits: Uint8Array): number[] {
  const first = digits.findIndex((byte) => byte !== 0);
  if (first < 0) throw new RangeError("zero is no part of a signature");
  const bytes = [...digits.subarray(first)];
  if ((bytes[0] ?? 0) >= 0x80) bytes.unshift(0);
  return [integerTag, bytes.length, ...bytes];
}
