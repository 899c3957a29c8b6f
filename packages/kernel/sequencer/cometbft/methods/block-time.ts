import type { Timestamp } from "../proto/generated/abci_pb.js";
import { toNumber } from "./numbers.ts";

/**
 * A header's time, cut to milliseconds: what nanoseconds it has beyond them is no part of the ledger. Throws without
 * one.
 */
export function blockTimeMs(time: Timestamp | undefined): number {
  if (time === undefined) throw new Error("CometBFT gave a block without a time");
  return toNumber(time.seconds) * 1000 + Math.floor(time.nanos / 1_000_000);
}
