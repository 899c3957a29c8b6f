import { concat, viewOf } from "@mingbai/codec/bytes";
import { u32 } from "@mingbai/codec/u64";
import { frameTypes, typeBytes } from "./frame-type.ts";

/** Why a question is not answered with bodies: they are not here, or too much is asked at once. */
export const absentReasons = { absent: 1, busy: 2 } as const;
export type AbsentReason = (typeof absentReasons)[keyof typeof absentReasons];

/** Answers a fetch or a range without bodies: type | u8 reason | u32 number of the question. */
export interface Absent {
  readonly reason: AbsentReason;
  readonly request: number;
}

const requestAt = typeBytes + 1;

export function encodeAbsent({ reason, request }: Absent): Uint8Array<ArrayBuffer> {
  return concat(Uint8Array.of(frameTypes.absent, reason), u32(request));
}

export function findAbsent(frame: Uint8Array): Absent | undefined {
  if (frame[0] !== frameTypes.absent || frame.length !== requestAt + 4) return undefined;
  const reason = Object.values(absentReasons).find((one) => one === frame[typeBytes]);
  return reason && { reason, request: viewOf(frame).getUint32(requestAt, true) };
}
