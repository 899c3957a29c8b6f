import { concat, utf8 } from "@mingbai/codec/bytes";
import { contextBytes } from "@mingbai/codec/contexts";
import { fromHex, toHex } from "@mingbai/codec/hex";
import type { SealingKey } from "@mingbai/crypto/sealing/sealing-key";
import { dataKeyBytes } from "@mingbai/crypto/sealing/suite";
import { findDataKey, wrapDataKey } from "@mingbai/crypto/sealing/wrap";

/** Which backup a wrapped key belongs to: it opens as no other's. */
interface Place {
  /** The ledger's number, hexadecimal. */
  readonly chain: string;
  readonly week: string;
}

/** A key for the files of one backup. */
export function newBackupKey(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(dataKeyBytes));
}

/** The key of a backup, wrapped to that of its week, hexadecimal: all that its manifest holds of it. */
export async function wrapBackupKey(dataKey: Uint8Array, weekKey: Uint8Array, place: Place): Promise<string> {
  return toHex(await wrapDataKey({ dataKey, recipient: weekKey, context: contextOf(place) }));
}

/** What was wrapped, or undefined where this key of the week is another one. */
export function findBackupKey(wrapped: string, key: SealingKey, place: Place): Promise<Uint8Array | undefined> {
  return findDataKey({ wrapped: fromHex(wrapped), key, context: contextOf(place) });
}

function contextOf({ chain, week }: Place): Uint8Array {
  return concat(contextBytes.backupKey, fromHex(chain), utf8(week));
}
