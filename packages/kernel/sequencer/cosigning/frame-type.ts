import { otherFramesFrom } from "@mingbai/exchange/frames/frame-type";

/** First byte of what members say to each other about checkpoints and rosters, on the links of the exchange. */
export const cosigningFrames = {
  vote: otherFramesFrom,
  ask: otherFramesFrom + 1,
  rosterNote: otherFramesFrom + 2,
} as const;
