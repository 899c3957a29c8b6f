import { frameBytes } from "./frame.ts";
import { locateFrame } from "./locate-record.ts";
import { getIndex, getKept, getSegmentOf, type ReadView } from "./read-records.ts";
import { withFile } from "./read-segment.ts";

/** Bytes of one record's payload from `position` on: `length` of them, or fewer where it ends. */
export type ReadPart = (part: { position: number; length: number }) => Promise<Uint8Array<ArrayBuffer>>;

/**
 * Lets `use` read parts of one record, and reads nothing else of it. The record's checks cover the whole and are not
 * made here: whoever uses a part must prove it otherwise. Rejects with `LogDamaged` where the record's frame is not there.
 */
export async function readParts<T>(view: ReadView, sequence: number, use: (read: ReadPart) => Promise<T>): Promise<T> {
  const segment = getSegmentOf(view, sequence);
  const index = await getIndex(view, segment);
  return withFile(view.disk, segment.path, async (file) => {
    const { frame, at } = getKept(await locateFrame(segment, file, { sequence, index }), sequence);
    return use(({ position, length }) =>
      file.read({
        position: at + frameBytes + position,
        length: Math.max(0, Math.min(length, frame.length - position)),
      }),
    );
  });
}
