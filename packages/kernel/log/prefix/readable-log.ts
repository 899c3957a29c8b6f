import { type FollowedLog, followSegmentLog } from "../segments/follow-segment-log.ts";
import type { SegmentLog } from "../segments/segment-log.ts";
import { type PrefixPlace, walkPrefix } from "./walk-prefix.ts";

/** A log to be read and no more: what was found whole in it, or an open one. */
export type ReadableLog = Pick<SegmentLog, "first" | "durable" | "read" | "records">;

/** The log as it stands now, every byte of it checked, read while its writer may go on. `LogDamaged` as in `walkPrefix`. */
export async function readPrefix(place: PrefixPlace): Promise<ReadableLog> {
  let first: number | undefined;
  let durable = 0;
  for await (const { image, below } of walkPrefix(place)) {
    first ??= image.start.sequence;
    durable = below;
  }
  return readableBelow(followSegmentLog(place), { first: first ?? durable, durable });
}

/** The same log without its last records, from `durable` on. */
export function cutReadable(log: ReadableLog, durable: number): ReadableLog {
  const followed: FollowedLog = {
    read: (sequence) => log.read(sequence),
    records: ({ from, below }) => log.records(from, below),
  };
  return readableBelow(followed, { first: log.first, durable });
}

function readableBelow(log: FollowedLog, { first, durable }: { first: number; durable: number }): ReadableLog {
  const check = (sequence: number): void => {
    if (sequence < first || sequence > durable) throw new RangeError(`record ${sequence} is not in the log`);
  };
  return {
    first,
    durable,
    async read(sequence) {
      check(sequence);
      if (sequence === durable) throw new RangeError(`record ${sequence} is not in the log`);
      return log.read(sequence);
    },
    records(from, below = durable) {
      check(from);
      check(below);
      return log.records({ from, below });
    },
  };
}
