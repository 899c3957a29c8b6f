import { concat, utf8 } from "@mingbai/codec/bytes";
import { findU64, u64 } from "@mingbai/codec/u64";
import { otherFramesFrom } from "@mingbai/exchange/frames/frame-type";
import { z } from "zod";

/** First byte of what nodes ask and tell each other of themselves, on the links of the exchange. */
export const circleFrames = { ask: otherFramesFrom + 48, report: otherFramesFrom + 49 } as const;

export const reportBytesMax = 1_024;
/** Reports come at slightly different moments: a node so few heights behind the furthest is level with it. */
export const levelHeights = 3;
const askBytes = 9;
const Count = z.int().nonnegative();

/** What a node says of itself. Heights are the ledger's; `position` is the engine's, which counts empty blocks too. */
export const NodeReport = z.object({
  state: z.enum(["ok", "readOnly", "waiting"]),
  height: Count,
  position: Count,
  /** App hash after the height that was asked for; absent where the node is not there yet, or does not keep it any more. */
  asked: z.object({ height: Count, appHash: z.string().regex(/^[0-9a-f]{64}$/) }).optional(),
  /** Other nodes that it is linked to. */
  peers: Count,
  answerMs: z.object({ p50: z.number().nonnegative(), p99: z.number().nonnegative() }).optional(),
  version: z.string().max(64),
  diskFreeBytes: Count,
  diskUsedBytes: Count,
});
export type NodeReport = z.infer<typeof NodeReport>;

/** type | u64 height whose app hash is wanted. */
export function encodeAsk(height: number): Uint8Array<ArrayBuffer> {
  return concat(Uint8Array.of(circleFrames.ask), u64(height));
}

/** The height in a frame, or undefined where the bytes are no question. */
export function findAsk(frame: Uint8Array): number | undefined {
  return frame[0] === circleFrames.ask && frame.length === askBytes ? findU64(frame, 1) : undefined;
}

/** type | JSON, so that a node may read what the next version of another says of itself. */
export function encodeReport(report: NodeReport): Uint8Array<ArrayBuffer> {
  return concat(Uint8Array.of(circleFrames.report), utf8(JSON.stringify(report)));
}

/** The report in a frame, or undefined where the bytes are none. */
export function findReport(frame: Uint8Array): NodeReport | undefined {
  if (frame[0] !== circleFrames.report || frame.length > reportBytesMax) return undefined;
  try {
    return NodeReport.safeParse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(frame.subarray(1)))).data;
  } catch {
    // No UTF-8, or no JSON.
    return undefined;
  }
}
