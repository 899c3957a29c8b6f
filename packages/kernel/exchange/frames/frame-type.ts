import { containerHeaderBytes } from "@mingbai/ledger/container/container";
import { envelopeBytesMax } from "@mingbai/ledger/transaction/envelope";

/** First byte of every frame. Types from `otherFramesFrom` on are not the exchange's: others may use the same links. */
export const frameTypes = {
  push: 1,
  stored: 2,
  busy: 3,
  item: 4,
  itemKnown: 5,
  fetch: 6,
  body: 7,
  absent: 8,
  range: 9,
  rangeBodies: 10,
} as const;
export type FrameType = (typeof frameTypes)[keyof typeof frameTypes];
export const otherFramesFrom = 64;

export const typeBytes = 1;
export const digestBytes = 32;
export const signatureBytes = 64;

/** No body is longer than one full batch of payments with the longest signature. */
export const bodyBytesMax = envelopeBytesMax;
/** Bodies of one range answer, with what stands before each; one body always fits. */
export const rangeBytesMax = 1024 * 1024;
const answerHeadBytesMax = 64;
/** No frame of the exchange is longer: a link may refuse what is. */
export const frameBytesMax = answerHeadBytesMax + containerHeaderBytes + rangeBytesMax;
