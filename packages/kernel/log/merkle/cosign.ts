import { concat, viewOf } from "@mingbai/codec/bytes";
import { cosignedMessage, timestampBytes } from "@mingbai/ledger/proofs/cosignature";
import type { SignEd25519 } from "@mingbai/ledger/proofs/ed25519";
import type { NoteSignature } from "@mingbai/ledger/proofs/note";
import { type NoteKey, noteKeyId, noteKeyTypes } from "@mingbai/ledger/proofs/note-key";

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
