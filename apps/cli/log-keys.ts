import { findVkey, type NoteKey, noteKeyTypes } from "@mingbai/ledger/proofs/note-key";
import { InvalidArgumentError } from "commander";
import { inLanguage } from "./words.ts";

/** Gathers an option that names keys of logs. */
export function logKeys(text: string, keys: readonly NoteKey[]): readonly NoteKey[] {
  const key = findVkey(text);
  if (key?.type === noteKeyTypes.ed25519) return [...keys, key];
  throw new InvalidArgumentError(
    inLanguage({
      en: "not a log's verifier key; a node shows its own at /api/queries/explorer.status.",
      zh: "不是账本日志的验证公钥；节点在 /api/queries/explorer.status 里给出自己的",
    }),
  );
}
