import { findBase64, toBase64 } from "@mingbai/codec/base64";
import { concat, utf8, viewOf } from "@mingbai/codec/bytes";
import { sha256 } from "@mingbai/codec/sha256";
import { isKeyName } from "./note.ts";

/** Signature types of C2SP signed-note: a plain signature of the log, and a timestamped one of a cosigner. */
export const noteKeyTypes = { ed25519: 0x01, cosignature: 0x04 } as const;
export type NoteKeyType = (typeof noteKeyTypes)[keyof typeof noteKeyTypes];

/** A public key that may sign notes under a name. */
export interface NoteKey {
  readonly name: string;
  readonly type: NoteKeyType;
  /** 32 bytes, RFC 8032. */
  readonly publicKey: Uint8Array;
}

const publicKeyBytes = 32;

/** SHA-256(name ‖ "\n" ‖ type ‖ public key), its first four bytes as a big-endian number. */
export function noteKeyId(key: NoteKey): number {
  return viewOf(sha256(utf8(`${key.name}\n`), Uint8Array.of(key.type), key.publicKey)).getUint32(0);
}

/** `name+hex(key id)+base64(type ‖ public key)`: the verifier key as it is pinned and published. */
export function formatVkey(key: NoteKey): string {
  if (!isKeyName(key.name) || key.publicKey.length !== publicKeyBytes) throw new RangeError("not a note key");
  const id = noteKeyId(key).toString(16).padStart(8, "0");
  return `${key.name}+${id}+${toBase64(concat(Uint8Array.of(key.type), key.publicKey))}`;
}

/** The key of a verifier key, or undefined where the text is none, names another algorithm, or has another's key id. */
export function findVkey(text: string): NoteKey | undefined {
  // The base64 part may hold a plus too, so the name and the id are cut off from the left.
  const match = /^([^+]*)\+([0-9a-f]{8})\+(.*)$/.exec(text);
  const [, name, , encoded] = match ?? [];
  const bytes = encoded === undefined ? undefined : findBase64(encoded);
  if (name === undefined || bytes?.length !== 1 + publicKeyBytes || !isKeyName(name)) return undefined;
  const type = Object.values(noteKeyTypes).find((known) => known === bytes[0]);
  if (type === undefined) return undefined;
  const key = { name, type, publicKey: bytes.slice(1) };
  return formatVkey(key) === text ? key : undefined;
}
