import type { Number64 } from "@mingbai/codec/number64";
import { defineTable } from "../state/table.ts";

/** A signing key on the ledger: whose it is, and between which heights it counts. */
export interface KeyRecord {
  readonly scheme: number;
  /** Hexadecimal. */
  readonly publicKey: string;
  readonly account: Number64;
  /** First height at which the key counts. */
  readonly fromHeight: number;
  /** First height at which it no longer counts; absent while it does. */
  readonly untilHeight?: number;
}

/** Keys by key id. */
export const keyTable = defineTable<KeyRecord>("ledger.keys");

export function isInForce(key: KeyRecord, height: number): boolean {
  return height >= key.fromHeight && (key.untilHeight === undefined || height < key.untilHeight);
}
