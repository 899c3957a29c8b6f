import { utf8, viewOf } from "@mingbai/codec/bytes";
import { ed25519SignatureBytes } from "./ed25519.ts";

/** Before the signature stands its time, u64 big-endian. */
export const timestampBytes = 8;

/** The bytes that a cosignature/v1 is over (C2SP tlog-cosignature, Ed25519). `text` is the checkpoint's note text. */
export function cosignedMessage(text: string, timeSeconds: number): Uint8Array<ArrayBuffer> {
  return utf8(`cosignature/v1\ntime ${timeSeconds}\n${text}`);
}

/** The time and the Ed25519 signature of a cosignature, or undefined where the bytes are not one with a safe time. */
export function findCosignature(bytes: Uint8Array): { timeSeconds: number; signature: Uint8Array } | undefined {
  if (bytes.length !== timestampBytes + ed25519SignatureBytes) return undefined;
  const time = viewOf(bytes).getBigUint64(0);
  if (time > BigInt(Number.MAX_SAFE_INTEGER)) return undefined;
  return { timeSeconds: Number(time), signature: bytes.subarray(timestampBytes) };
}
