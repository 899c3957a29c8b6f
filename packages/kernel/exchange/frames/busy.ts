import { concat, viewOf } from "@mingbai/codec/bytes";
import { u32 } from "@mingbai/codec/u64";
import { digestBytes, frameTypes, typeBytes } from "./frame-type.ts";

/** Why a container is not stored now. */
export const busyReasons = { originQuota: 1, noRoom: 2, healing: 3, checking: 4 } as const;
export type BusyReason = (typeof busyReasons)[keyof typeof busyReasons];

/** Not now: type | u8 reason | u32 milliseconds until another try is worth it | batch id 32. */
export interface Busy {
  readonly reason: BusyReason;
  readonly retryMs: number;
  readonly batchId: Uint8Array;
}

const retryAt = typeBytes + 1;
const idAt = retryAt + 4;

export function encodeBusy({ reason, retryMs, batchId }: Busy): Uint8Array<ArrayBuffer> {
  return concat(Uint8Array.of(frameTypes.busy, reason), u32(retryMs), batchId);
}

export function findBusy(frame: Uint8Array): Busy | undefined {
  if (frame[0] !== frameTypes.busy || frame.length !== idAt + digestBytes) return undefined;
  const reason = Object.values(busyReasons).find((one) => one === frame[typeBytes]);
  if (reason === undefined) return undefined;
  return { reason, retryMs: viewOf(frame).getUint32(retryAt, true), batchId: frame.subarray(idAt) };
}
