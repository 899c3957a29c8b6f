import type { Number64 } from "@mingbai/codec/number64";

/** An account's number as SQL's signed bigint, in decimal text: JavaScript's numbers are too narrow for it. */
export function toSqlAccount(account: Number64): string {
  return BigInt.asIntN(64, BigInt(`0x${account}`)).toString();
}

/** The account's number from SQL's signed bigint as text. */
export function fromSqlAccount(text: string): Number64 {
  return BigInt.asUintN(64, BigInt(text)).toString(16).padStart(16, "0");
}
