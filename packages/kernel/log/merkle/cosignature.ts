import { concat, utf8, viewOf } from "@mingbai/codec/bytes";
import { ed25519SignatureBytes, type SignEd25519 } from "./ed25519.ts";
import type { NoteSignature } from "./note.ts";
import { type NoteKey, noteKeyId, noteKeyTypes } from "./note-key.ts";

const timestampBytes = 8;

/** A cosigner's statement: at this time, this was the largest consistent tree of the log that it had seen. */
export async function cosign(
  text: string,
  signer: { readonly key: NoteKey; readonly sign: SignEd25519; readonly timeSeconds: number },
): Promise<NoteSignature> {
  if (signer.key.type !== noteKeyTypes.cosignature) throw new RangeError("the key is not a cosigner's");
  const { timeSeconds } = signer;
  if (!Number.isSafeInteger(timeSeconds) || timeSeconds <= 0) throw new RangeError("not a time in whole seconds");
  const timestamp = new Uint8Array(timestampBytes);
  viewOf(timestamp).setBigUint64(0, BigInt(timeSeconds));
  const signature = await signer.sign(cosignedMessage(text, timeSeconds));
  return { name: signer.key.name, keyId: noteKeyId(signer.key), signature: concat(timestamp, signature) };
}

/** The bytes that a cosignature/v1 is over (C2SP tlog-cosignature, Ed25519). `text` is the checkpoint's note text. */
export function cosignedMessage(text: string, timeSeconds: number): Uint8Array<ArrayBuffer> {
  return utf8(`cosignature/v1\ntime ${timeSeconds}\n${text}`);
}

/** The time and the Ed25519 signature of a cosignature, or undefined where the bytes are not one with a safe time. */
export function findCosignature(bytes: Uint8Array): { timeSeconds: number; signature: Uint8Array } | undefined {
  if (bytes.length !== timestampBytes + ed25519SignatureBytes) return undefined;
  const time = viewOf(bytes).getBigUint64(0);
  if (time > BigInt(Number.MAX_SAFE_INTEGER)) return undefined;
  return { timeSeconds: Number(time), signature: bytes.subarray(timestampBytes) };
}
