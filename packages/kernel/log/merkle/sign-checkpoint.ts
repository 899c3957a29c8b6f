import { type Checkpoint, formatCheckpoint } from "./checkpoint.ts";
import type { SignEd25519 } from "./ed25519.ts";
import { formatNote, type Note, noteBytes } from "./note.ts";
import { type NoteKey, noteKeyId } from "./note-key.ts";

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
