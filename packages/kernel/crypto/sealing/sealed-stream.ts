import { concat, viewOf } from "@mingbai/codec/bytes";
import { nonceBytes, sealSuite, tagBytes } from "./suite.ts";

/** Plaintext bytes of every chunk but the last. */
export const streamChunkBytes = 64 * 1024;

interface StreamKey {
  /** 32 bytes, used for this stream alone: the nonces repeat from stream to stream. */
  readonly dataKey: Uint8Array;
  /** What and where this is; it is not stored and must be given again to open. */
  readonly context: Uint8Array;
}

/** Sealed bytes that are not what this key sealed in this context, or that were cut, lengthened or reordered. */
export class SealedStreamDamaged extends Error {
  override readonly name = "SealedStreamDamaged";
}

/**
 * Seals a stream in chunks, so that neither side holds it whole: suite byte, then AES-256-GCM chunks whose nonce is a
 * counter (11 bytes, most significant first) and a mark of the last chunk (the STREAM construction of Hoang, Reyhanitabar,
 * Rogaway and Vizár, CRYPTO 2015, with the nonce of age-encryption.org/v1).
 */
export async function* sealStream(
  source: AsyncIterable<Uint8Array>,
  { dataKey, context }: StreamKey,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const key = await importKey(dataKey, "encrypt");
  yield Uint8Array.of(sealSuite);
  let counter = 0;
  for await (const { bytes, isLast } of inChunks(source, streamChunkBytes)) {
    yield new Uint8Array(await crypto.subtle.encrypt(parametersOf({ counter, isLast, context }), key, bytes));
    counter++;
  }
}

/** Opens what `sealStream` gave; each chunk is checked before it is given. Throws SealedStreamDamaged. */
export async function* openStream(
  source: AsyncIterable<Uint8Array>,
  { dataKey, context }: StreamKey,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const key = await importKey(dataKey, "decrypt");
  let counter = 0;
  for await (const { bytes, isLast } of inChunks(afterSuite(source), streamChunkBytes + tagBytes)) {
    yield await openChunk(key, bytes, parametersOf({ counter, isLast, context }));
    counter++;
  }
}

async function openChunk(
  key: CryptoKey,
  bytes: Uint8Array<ArrayBuffer>,
  parameters: AesGcmParams,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parameters, key, bytes));
  } catch (error) {
    // WebCrypto's one word for a tag that does not match; anything else is a failure.
    if (error instanceof DOMException && error.name === "OperationError")
      throw new SealedStreamDamaged("a chunk does not open");
    throw error;
  }
}

function parametersOf(parts: { counter: number; isLast: boolean; context: Uint8Array }): AesGcmParams {
  const iv = new Uint8Array(nonceBytes);
  viewOf(iv).setUint32(nonceBytes - 5, parts.counter);
  iv[nonceBytes - 1] = parts.isLast ? 1 : 0;
  return { name: "AES-GCM", iv, additionalData: new Uint8Array(parts.context) };
}

async function* afterSuite(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  for await (const bytes of source) {
    if (bytes.length === 0) continue;
    if (isFirst && bytes[0] !== sealSuite) throw new SealedStreamDamaged("not a sealed stream of this suite");
    yield isFirst ? bytes.subarray(1) : bytes;
    isFirst = false;
  }
}

/** Pieces of exactly `size` bytes, the last one of 0 to `size`; there is always a last one. */
async function* inChunks(
  source: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<{ bytes: Uint8Array<ArrayBuffer>; isLast: boolean }> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const piece of source) {
    waiting.push(piece);
    length += piece.length;
    if (length <= size) continue;
    const all = concat(...waiting);
    let at = 0;
    for (; length - at > size; at += size) yield { bytes: all.subarray(at, at + size), isLast: false };
    waiting = [all.subarray(at)];
    length -= at;
  }
  yield { bytes: concat(...waiting), isLast: true };
}

function importKey(dataKey: Uint8Array, use: "encrypt" | "decrypt"): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", new Uint8Array(dataKey), "AES-GCM", false, [use]);
}
