import { fromHex } from "@mingbai/codec/hex";
import type { RosterMember } from "../genesis/roster.ts";
import { type NoteKey, noteKeyTypes } from "./note-key.ts";

/** The key by which a member signs checkpoints as the log: all members do so under the log's own name. */
export function memberLogKey(origin: string, { logKey }: RosterMember): NoteKey {
  return { name: origin, type: noteKeyTypes.ed25519, publicKey: fromHex(logKey) };
}

/** The key by which a member cosigns checkpoints, under a name of its own. */
export function memberCosignKey(origin: string, { organisation, cosignKey }: RosterMember): NoteKey {
  return { name: `${origin}/${organisation}`, type: noteKeyTypes.cosignature, publicKey: fromHex(cosignKey) };
}
