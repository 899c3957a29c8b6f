import { canonicalBytes } from "@mingbai/codec/canonical-json";
import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import type { DayClose } from "./schema.ts";

/** SHA-256 of the bytes that both sides sign, hexadecimal. */
export function digestOfClose(close: DayClose): string {
  return toHex(sha256(canonicalBytes(close)));
}
