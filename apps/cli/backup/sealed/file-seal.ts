import { hkdfSync } from "node:crypto";
import { concat } from "@mingbai/codec/bytes";
import { contextBytes } from "@mingbai/codec/contexts";
import { openStream, SealedStreamDamaged, sealStream } from "@mingbai/crypto/sealing/sealed-stream";
import { dataKeyBytes } from "@mingbai/crypto/sealing/suite";

/** Makes the key of each file another, so that the nonces of a stream may begin anew: HKDF-SHA256 (RFC 5869). */
const saltBytes = 32;

type Pieces = AsyncIterable<Uint8Array>;

/** A file as a backup keeps it: its salt, then the stream sealed under the key that backup and salt give. */
export async function* sealPieces(pieces: Pieces, backupKey: Uint8Array): AsyncGenerator<Uint8Array> {
  const salt = crypto.getRandomValues(new Uint8Array(saltBytes));
  yield salt;
  yield* sealStream(pieces, streamKey(backupKey, salt));
}

/** What was sealed; each piece is checked before it is given. Throws SealedStreamDamaged where the key is another or bytes changed. */
export async function* openPieces(sealed: Pieces, backupKey: Uint8Array): AsyncGenerator<Uint8Array> {
  const source = sealed[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  while (head.length < saltBytes) {
    const next = await source.next();
    if (next.done === true) throw new SealedStreamDamaged("a sealed file ends before its salt does");
    head = concat(head, next.value);
  }
  const rest = async function* (): AsyncGenerator<Uint8Array> {
    yield head.subarray(saltBytes);
    yield* { [Symbol.asyncIterator]: () => source };
  };
  yield* openStream(rest(), streamKey(backupKey, head.subarray(0, saltBytes)));
}

function streamKey(backupKey: Uint8Array, salt: Uint8Array): { dataKey: Uint8Array; context: Uint8Array } {
  const context = contextBytes.backupFile;
  return { dataKey: new Uint8Array(hkdfSync("sha256", backupKey, salt, context, dataKeyBytes)), context };
}
