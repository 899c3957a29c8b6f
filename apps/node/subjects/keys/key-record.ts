import { concat } from "@mingbai/codec/bytes";
import { contextBytes } from "@mingbai/codec/contexts";
import { nonceBytes } from "@mingbai/crypto/sealing/suite";
import { findOpened, sealedExtraBytes, sealUnder } from "../aead.ts";
import { countBytes, numberBytes } from "../subject-number.ts";
import { keyRowBytes } from "./subject-keys.ts";

/** Rows of a record: subjects with their data keys, or subjects that were erased. */
export type KeyRecordKind = "keys" | "erased";

const kindOf: Readonly<Record<KeyRecordKind, number>> = { keys: 1, erased: 2 };
/** Bytes of one row. */
export const rowBytesOf: Readonly<Record<KeyRecordKind, number>> = { keys: keyRowBytes, erased: numberBytes };

/** What all records of a generation are sealed under. */
export interface GenerationKey {
  readonly generation: number;
  readonly kek: Uint8Array;
}

/** How many rows of either kind a record of so many bytes takes. */
export function rowsPerRecord(payloadBytesMax: number): number {
  return Math.floor((payloadBytesMax - 1 - sealedExtraBytes) / keyRowBytes);
}

/**
 * A record as it is stored: its kind, and all its rows in one sealing.
 * PERF: 4,096 keys of a request cost one sealing; one each would cost as much as the parts themselves.
 */
export function sealKeyRecord({ generation, kek }: GenerationKey, kind: KeyRecordKind, rows: Uint8Array): Uint8Array[] {
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const mark = Uint8Array.of(kindOf[kind]);
  return [mark, sealUnder(kek, { nonce, plaintext: [rows], bound: boundTo(generation, mark) })];
}

/** What `sealKeyRecord` sealed; throws an Error where it is not of this generation or was altered. */
export function openKeyRecord(
  { generation, kek }: GenerationKey,
  payload: Uint8Array,
): { kind: KeyRecordKind; rows: Uint8Array } {
  const mark = payload.subarray(0, 1);
  const kind = mark[0] === kindOf.keys ? "keys" : "erased";
  const rows = findOpened(kek, { sealed: payload.subarray(1), bound: boundTo(generation, mark) });
  if (rows === undefined || rows.length % rowBytesOf[kind] !== 0)
    throw new Error(`keys of generation ${generation} do not open`);
  return { kind, rows };
}

function boundTo(generation: number, mark: Uint8Array): Uint8Array {
  return concat(contextBytes.subjectKeys, countBytes(generation), mark);
}
