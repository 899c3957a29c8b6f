import {
  batchId,
  containerKinds,
  encodeContainerHeader,
  findContainerHeader,
} from "@mingbai/ledger/container/container";
import { absentReasons, encodeAbsent } from "./absent.ts";
import { encodeBodyAnswer } from "./body.ts";
import { busyReasons, encodeBusy } from "./busy.ts";
import { encodeFetch } from "./fetch.ts";
import { encodeItemKnown } from "./item-known.ts";
import { encodePush } from "./push.ts";
import { encodeRange } from "./range.ts";
import { encodeRangeBodies } from "./range-bodies.ts";
import { encodeSharedItem } from "./shared-item.ts";
import { encodeStored } from "./stored.ts";

export const sampleBody = new Uint8Array(300).fill(5);
export const sampleDigest = new Uint8Array(32).fill(7);
export const sampleSignature = new Uint8Array(64).fill(8);
export const sampleHeaderBytes = encodeContainerHeader({
  kind: containerKinds.gathered,
  origin: 2,
  chainTag: new Uint8Array(8).fill(3),
  originSequence: 41,
  expiryHeight: 5_000,
  bodyBytes: sampleBody.length,
  units: 1,
  bodyRoot: new Uint8Array(32).fill(6),
});

const stored = { headerBytes: sampleHeaderBytes, signature: sampleSignature, body: sampleBody };

/** Parts and bytes of one frame of each kind. */
export const sampleFrames = {
  push: encodePush(stored),
  stored: encodeStored({ epoch: 3, batchId: sampleDigest, signature: sampleSignature }),
  busy: encodeBusy({ reason: busyReasons.noRoom, retryMs: 250, batchId: sampleDigest }),
  item: encodeSharedItem(sampleBody),
  itemKnown: encodeItemKnown({ epoch: 3, batchId: sampleDigest }),
  fetch: encodeFetch({ request: 9, batchId: sampleDigest }),
  body: encodeBodyAnswer({ request: 9, body: sampleBody }),
  absent: encodeAbsent({ reason: absentReasons.busy, request: 9 }),
  range: encodeRange({ request: 10, from: { height: 77, index: 2 } }),
  rangeBodies: encodeRangeBodies({
    request: 10,
    next: { height: 79, index: 0 },
    bodies: [
      { height: 77, ...stored },
      { height: 78, ...stored },
    ],
  }),
};

/** What readers find in them. */
export const sampleReadings = {
  push: { header: findContainerHeader(sampleHeaderBytes), ...stored },
  stored: { epoch: 3, batchId: sampleDigest, signature: sampleSignature },
  busy: { reason: busyReasons.noRoom, retryMs: 250, batchId: sampleDigest },
  item: sampleBody,
  itemKnown: { epoch: 3, batchId: sampleDigest },
  fetch: { request: 9, batchId: sampleDigest },
  body: { request: 9, body: sampleBody },
  absent: { reason: absentReasons.busy, request: 9 },
  range: { request: 10, from: { height: 77, index: 2 } },
  rangeBodies: {
    request: 10,
    next: { height: 79, index: 0 },
    bodies: [77, 78].map((height) => ({
      height,
      header: findContainerHeader(sampleHeaderBytes),
      batchId: batchId(sampleHeaderBytes),
      ...stored,
    })),
  },
};
