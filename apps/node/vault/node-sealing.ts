import { concat, utf8 } from "@mingbai/codec/bytes";
import { grant } from "@mingbai/crypto/sealing/grant";
import { open } from "@mingbai/crypto/sealing/open";
import { seal } from "@mingbai/crypto/sealing/seal";
import type { SealingKey } from "@mingbai/crypto/sealing/sealing-key";
import { wrappedBytes } from "@mingbai/crypto/sealing/suite";
import type { Sealing } from "./vault-record.ts";

const context = utf8("vault entry");

/** Seals to the node's own vault key: the wrapped data key first, then the content. */
export function nodeSealing(key: SealingKey): Sealing {
  return {
    seal: (plaintext) => sealFor(key.publicKey, plaintext),
    async open(sealed) {
      const wrapped = sealed.subarray(0, wrappedBytes);
      const content = sealed.subarray(wrappedBytes);
      const opened = await open({ content, wrapped, key, context });
      if (typeof opened === "string") throw new Error(`a vault entry does not open: ${opened}`);
      return opened;
    },
  };
}

/** Seals to the vault key of a node (X25519, 32 bytes), this one's or another's. */
export async function sealFor(recipient: Uint8Array, plaintext: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const { content, wraps } = await seal({ recipients: [recipient], plaintext, context });
  const [wrap] = wraps;
  if (wrap === undefined) throw new Error("sealing gave no wrapped key");
  return concat(wrap.wrapped, content);
}

/** The same entry for another vault: the content as it is, its data key wrapped to that vault's public key alone. */
export async function regrant(
  sealed: Uint8Array,
  { key, recipient }: { key: SealingKey; recipient: Uint8Array },
): Promise<Uint8Array> {
  const wrapped = await grant({ wrapped: sealed.subarray(0, wrappedBytes), key, recipient, context });
  if (wrapped === undefined) throw new Error("a vault entry does not open with this vault's key");
  return concat(wrapped, sealed.subarray(wrappedBytes));
}

/** What an entry that came from elsewhere holds; undefined where it is not sealed to this key, or was altered. */
export async function findOpened(sealed: Uint8Array, key: SealingKey): Promise<Uint8Array | undefined> {
  const wrapped = sealed.subarray(0, wrappedBytes);
  const opened = await open({ content: sealed.subarray(wrappedBytes), wrapped, key, context });
  return typeof opened === "string" ? undefined : opened;
}
