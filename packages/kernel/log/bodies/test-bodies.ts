import { sha256 } from "@mingbai/codec/sha256";
import { u64 } from "@mingbai/codec/u64";
import { containerKinds, encodeContainerHeader } from "@mingbai/ledger/container/container";
import { random } from "@mingbai/testkit/random";
import type { SimulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { openSegmentLog } from "../segments/open-segment-log.ts";
import { type StoredBody, signatureBytes } from "./body-record.ts";
import { BodyStore } from "./body-store.ts";
import type { RecordedBodies } from "./recover-bodies.ts";

/** Small segments, so that a short run makes several. */
export const testSegmentBytes = 4096;
export const testFolder = "bodies";
export const nothingRecorded: RecordedBodies = { height: 0, unorderedFrom: 0, containers: [] };

interface Wanted {
  /** Two containers of one content have one body. */
  readonly content: number;
  readonly bodyBytes?: number;
  readonly rootsBytes?: number;
  readonly origin?: number;
  readonly originSequence?: number;
  readonly expiryHeight?: number;
}

/** A container as a sequencer hands it over; its digest is not that of real envelopes, which nobody looks at here. */
export function testBody(wanted: Wanted): StoredBody {
  const { content, bodyBytes = 300, rootsBytes = 0, origin = 0, originSequence = content, expiryHeight = 100 } = wanted;
  const dice = random(content);
  const body = dice.bytes(bodyBytes);
  const headerBytes = encodeContainerHeader({
    kind: containerKinds.gathered,
    origin,
    chainTag: u64(7),
    originSequence,
    expiryHeight,
    bodyBytes,
    units: 1,
    bodyRoot: sha256(body),
  });
  return { headerBytes, body, groupRoots: dice.bytes(rootsBytes), signature: dice.bytes(signatureBytes) };
}

/** Opens a body store on a simulated disk with seeded salts. */
export async function openTestStore(
  disk: SimulatedDisk,
  recorded: RecordedBodies = nothingRecorded,
  segmentBytes = testSegmentBytes,
): Promise<BodyStore> {
  const dice = random(disk.seed + disk.trace.length);
  const log = await openSegmentLog({ disk, folder: testFolder, segmentBytes, makeSalt: () => dice.bytes(8) });
  return BodyStore.open(log, recorded);
}
