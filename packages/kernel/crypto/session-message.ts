import { concat, utf8, viewOf } from "@mingbai/codec/bytes";
import { contextBytes } from "@mingbai/codec/contexts";
import { fromHex } from "@mingbai/codec/hex";
import { type Number64, putNumber64 } from "@mingbai/codec/number64";
import { sha256 } from "@mingbai/codec/sha256";

/** What signing in says: this key, on this ledger, at these pages, to this challenge. */
export interface SessionClaim {
  /** The ledger, 32 bytes. */
  readonly chain: Uint8Array;
  /** Scheme, host and port of the pages or of the node that is spoken to, as browsers write it. */
  readonly origin: string;
  readonly keyId: Number64;
  /** 32 bytes in hexadecimal, as the node gave it. */
  readonly challenge: string;
}

/**
 * What is signed to sign in (docs/spec, "Signing in"), and its hash, which a passkey signs as its challenge. Its
 * context is no transaction's, so that this signature can never be taken for an act.
 */
export function sessionMessage({ chain, origin, keyId, challenge }: SessionClaim): {
  readonly message: Uint8Array<ArrayBuffer>;
  readonly id: Uint8Array<ArrayBuffer>;
} {
  const key = new Uint8Array(8);
  putNumber64(key, 0, keyId);
  const page = utf8(origin);
  const length = new Uint8Array(2);
  viewOf(length).setUint16(0, page.length, true);
  const message = concat(contextBytes.session, chain, key, fromHex(challenge), length, page);
  return { message, id: sha256(message) };
}
