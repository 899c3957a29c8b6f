import { utf8 } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import { headerWords } from "@mingbai/tabular/mapping/header-words";
import type { SourceSheet } from "./source-sheet.ts";

/**
 * Names a layout: SHA-256 of the columns' names in their order, in hexadecimal. A mapping saved under it serves the next
 * list of the same layout; spaces, case and marks in the names do not matter.
 */
export function layoutFingerprint(sheets: readonly Pick<SourceSheet, "header" | "groups">[]): string {
  const names = sheets.map(({ header, groups }) =>
    header.map((name, column) => `${headerWords(groups[column] ?? "")}\t${headerWords(name)}`),
  );
  return toHex(sha256(utf8(JSON.stringify(names))));
}
