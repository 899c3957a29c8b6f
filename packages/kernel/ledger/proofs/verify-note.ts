import { cosignedMessage, findCosignature } from "./cosignature.ts";
import { ed25519SignatureBytes, type VerifyEd25519 } from "./ed25519.ts";
import { type Note, type NoteSignature, noteBytes } from "./note.ts";
import { type NoteKey, noteKeyId, noteKeyTypes } from "./note-key.ts";

/** A known key whose signature on the note is good. */
export interface VerifiedSignature {
  readonly key: NoteKey;
  /** When a cosigner signed, in seconds since 1970; undefined for a plain signature. */
  readonly timeSeconds: number | undefined;
}

/**
 * The known keys that signed a note, each once, or undefined where a signature under a known name and key id does not
 * verify: such a note is malformed. Signatures of unknown keys are ignored. An empty answer means nobody known signed.
 */
export function findVerified(
  note: Note,
  known: { readonly keys: readonly NoteKey[]; readonly verify: VerifyEd25519 },
): VerifiedSignature[] | undefined {
  const ids = known.keys.map((key) => ({ key, id: noteKeyId(key) }));
  const verified = new Map<NoteKey, VerifiedSignature>();
  for (const signature of note.signatures) {
    const key = ids.find(({ key, id }) => id === signature.keyId && key.name === signature.name)?.key;
    if (key === undefined || verified.has(key)) continue;
    const good = checkSignature({ text: note.text, signature, key, verify: known.verify });
    if (good === undefined) return undefined;
    verified.set(key, good);
  }
  return [...verified.values()];
}

function checkSignature(given: {
  readonly text: string;
  readonly signature: NoteSignature;
  readonly key: NoteKey;
  readonly verify: VerifyEd25519;
}): VerifiedSignature | undefined {
  const { text, key, verify } = given;
  const { publicKey } = key;
  if (key.type === noteKeyTypes.cosignature) {
    const parts = findCosignature(given.signature.signature);
    if (parts === undefined) return undefined;
    const message = cosignedMessage(text, parts.timeSeconds);
    const isGood = verify({ publicKey, message, signature: parts.signature });
    return isGood ? { key, timeSeconds: parts.timeSeconds } : undefined;
  }
  const { signature } = given.signature;
  if (signature.length !== ed25519SignatureBytes) return undefined;
  return verify({ publicKey, message: noteBytes(text), signature }) ? { key, timeSeconds: undefined } : undefined;
}
