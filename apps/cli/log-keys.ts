import { findVkey, type NoteKey, noteKeyTypes } from "@mingbai/log/merkle/note-key";
import { InvalidArgumentError } from "commander";

/** Gathers an option that names keys of logs. */
export function logKeys(text: string, keys: readonly NoteKey[]): readonly NoteKey[] {
  const key = findVkey(text);
  if (key?.type === noteKeyTypes.ed25519) return [...keys, key];
  throw new InvalidArgumentError("not a log's verifier key; a node shows its own at /api/queries/explorer.status.");
}
