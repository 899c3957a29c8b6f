import { toHex } from "@mingbai/codec/hex";

const accountBytes = 8;

/** A number for a new account: random, so that it says nothing of anybody (MONEY 19). */
export function randomAccount(): string {
  return toHex(crypto.getRandomValues(new Uint8Array(accountBytes)));
}
