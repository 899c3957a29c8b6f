import { type Checkpoint, findCheckpoint } from "@mingbai/ledger/proofs/checkpoint";
import { findNote } from "@mingbai/ledger/proofs/note";
import type { Disk } from "@mingbai/log/disk/disk";
import { openSegmentLog } from "@mingbai/log/segments/open-segment-log";
import type { SegmentLog } from "@mingbai/log/segments/segment-log";

/** Below the published files: every checkpoint that was ever published. */
export const checkpointsFolder = "checkpoints";
const segmentBytes = 1024 * 1024;

/** A signed checkpoint, with the height and time of the block that it covers up to. */
export interface PublishedCheckpoint extends Checkpoint {
  readonly text: string;
  readonly height: number;
  readonly timeMs: number;
}

/** Every checkpoint that was ever published, oldest first. */
export function checkpointHistory(disk: Disk, folder: string): Promise<SegmentLog> {
  return openSegmentLog({ disk, folder: `${folder}/${checkpointsFolder}`, segmentBytes });
}

/** A record of that history. Throws SyntaxError where it holds no checkpoint. */
export function readCheckpoint(bytes: Uint8Array): PublishedCheckpoint {
  const { text, height, timeMs } = JSON.parse(new TextDecoder().decode(bytes)) as {
    text: string;
    height: number;
    timeMs: number;
  };
  const note = findNote(text);
  const checkpoint = note && findCheckpoint(note.text);
  if (checkpoint === undefined) throw new SyntaxError("the history of checkpoints holds what is none");
  return { ...checkpoint, text, height, timeMs };
}
