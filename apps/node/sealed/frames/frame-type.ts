import { otherFramesFrom } from "@mingbai/exchange/frames/frame-type";

const firstFrame = otherFramesFrom + 32;

/** First byte of what members say to each other about sealed entries, on the links of the exchange. */
export const sealedFrames = {
  ask: firstFrame,
  entry: firstFrame + 1,
  piece: firstFrame + 2,
  none: firstFrame + 3,
} as const;

export function isSealedFrame(frame: Uint8Array): boolean {
  return Object.values(sealedFrames).some((type) => type === frame[0]);
}
