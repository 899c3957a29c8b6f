import { type Checkpoint, formatCheckpoint } from "@mingbai/ledger/proofs/checkpoint";
import type { SignEd25519 } from "@mingbai/ledger/proofs/ed25519";
import { formatNote, type Note, noteBytes } from "@mingbai/ledger/proofs/note";
import { type NoteKey, noteKeyId } from "@mingbai/ledger/proofs/note-key";

/** A checkpoint as a note signed by the log's own key (type Ed25519). It must be durable that no smaller one follows. */
export async function signCheckpoint(
  checkpoint: Checkpoint,
  signer: { readonly key: NoteKey; readonly sign: SignEd25519 },
): Promise<Note> {
  const text = formatCheckpoint(checkpoint);
  const signature = await signer.sign(noteBytes(text));
  const note = { text, signatures: [{ name: signer.key.name, keyId: noteKeyId(signer.key), signature }] };
  formatNote(note);
  return note;
}
