import type { SignEd25519 } from "@mingbai/ledger/proofs/ed25519";
import { formatNote, noteBytes } from "@mingbai/ledger/proofs/note";
import { type NoteKey, noteKeyId } from "@mingbai/ledger/proofs/note-key";
import { formatRosterStatement, type RosterStatement } from "@mingbai/ledger/proofs/roster-note";

/** The statement as a note with a signature by each of these keys, which are organisations'. */
export async function signRosterNote(
  statement: RosterStatement,
  signers: readonly { readonly key: NoteKey; readonly sign: SignEd25519 }[],
): Promise<string> {
  const text = formatRosterStatement(statement);
  const signatures = signers.map(async ({ key, sign }) => {
    return { name: key.name, keyId: noteKeyId(key), signature: await sign(noteBytes(text)) };
  });
  return formatNote({ text, signatures: await Promise.all(signatures) });
}
