import { concat, utf8, viewOf } from "@mingbai/codec/bytes";
import { type CanonicalObject, canonicalBytes } from "@mingbai/codec/canonical-json";
import { isCanonical } from "@mingbai/codec/is-canonical";

/** Names and texts about one subject that stands on the ledger: an account number or a transaction's identity. */
export interface VaultEntry {
  readonly subject: string;
  /** An object, or the canonical bytes of one that its maker has already. */
  readonly content: CanonicalObject | Uint8Array;
}

/** How a sealer is to keep entries: content in, bytes that only the vault's key opens out. */
export interface Sealing {
  seal(plaintext: Uint8Array): Promise<Uint8Array>;
  open(sealed: Uint8Array): Promise<Uint8Array>;
}

const lengthBytes = 2;
const brace = 0x7b;

/** An entry that is sealed already. */
export interface SealedEntry {
  readonly subject: string;
  readonly sealed: Uint8Array;
}

/** An entry as it is stored: the subject in clear (it stands on the ledger), the content sealed. */
export async function encodeVaultEntry({ subject, content }: VaultEntry, sealing: Sealing): Promise<Uint8Array> {
  const plaintext = content instanceof Uint8Array ? content : canonicalBytes(content);
  return joinVaultEntry({ subject, sealed: await sealing.seal(plaintext) });
}

/** What `splitVaultEntry` takes apart. */
export function joinVaultEntry({ subject, sealed }: SealedEntry): Uint8Array {
  const name = utf8(subject);
  const length = new Uint8Array(lengthBytes);
  viewOf(length).setUint16(0, name.length, true);
  return concat(length, name, sealed);
}

/** The subject of a stored entry, and its sealed content. */
export function splitVaultEntry(bytes: Uint8Array): SealedEntry {
  const end = lengthBytes + viewOf(bytes).getUint16(0, true);
  return { subject: new TextDecoder().decode(bytes.subarray(lengthBytes, end)), sealed: bytes.subarray(end) };
}

/** Opens what was sealed; throws SyntaxError where it is not canonical JSON of an object. */
export async function openVaultContent(sealed: Uint8Array, sealing: Sealing): Promise<CanonicalObject> {
  const bytes = await sealing.open(sealed);
  const isObject = bytes[0] === brace && isCanonical(bytes);
  if (!isObject) throw new SyntaxError("a vault entry is not an object");
  return JSON.parse(new TextDecoder().decode(bytes)) as CanonicalObject;
}
