import type { Disk } from "../disk/disk.ts";
import { DiskError } from "../disk/disk-error.ts";
import { frameBytes } from "../segments/frame.ts";
import { judgeSegment, type Verdict } from "../segments/judge-segment.ts";
import { findSegmentFirst, metaName } from "../segments/layout.ts";
import { LogDamaged } from "../segments/log-error.ts";
import type { Segment } from "../segments/log-state.ts";
import { getMeta } from "../segments/meta-file.ts";
import { getSegment, isUntouched, readImage } from "../segments/read-segment.ts";
import type { SegmentImage } from "../segments/scan-segment.ts";
import { endSpans } from "../segments/seal-segment.ts";

/** Where a log lies. Its writer may be another process, or nobody. */
export interface PrefixPlace {
  readonly disk: Disk;
  readonly folder: string;
}

/** One segment as it was found: every byte read, every record whole up to `kept`. */
export interface FoundSegment {
  readonly image: SegmentImage;
  /** Bytes of the file that belong to what was found; behind them lies nothing, or what came later. */
  readonly kept: number;
  /** Number after its last whole record. */
  readonly below: number;
}

/** A reader may pass a place before it is written and see a later one after; another look settles it. */
const looksMax = 8;

/**
 * Reads every byte of a log, from its first segment to the last whole record of the last one that is there at the call,
 * while its writer may go on. What an answer acknowledged before the call is among it. Nothing is written. Rejects with
 * `LogDamaged` where the disk does not hold what was written.
 */
export async function* walkPrefix(place: PrefixPlace): AsyncGenerator<FoundSegment> {
  const firsts = await listKept(place);
  const last = firsts.at(-1);
  let next = firsts[0];
  let link: number | undefined;
  while (next !== undefined && last !== undefined) {
    const follower: number | undefined = firsts[firsts.indexOf(next) + 1];
    const { image, verdict } = await look(place, next, follower);
    if (link !== undefined && image.start.link !== link) throw damaged(image.path, "it does not follow the one before");
    const { cursor, index } = verdict.scan;
    if (link === undefined && cursor.sequence > next) await expectMeta(place);
    const continues = verdict.kind === "sealed" && verdict.end.span === endSpans.continues;
    const isWhole = verdict.kind === "sealed" && (next < last || !continues);
    const used = index.entries.length === 0 ? frameBytes : cursor.at;
    yield { image, kept: isWhole ? image.bytes.length : used, below: cursor.sequence };
    link = cursor.link;
    next = continues && next < last ? cursor.sequence : undefined;
  }
}

/** First records of the segments that are kept, ascending; none where there is no log (yet). */
async function listKept({ disk, folder }: PrefixPlace): Promise<number[]> {
  const names = await disk.list(folder).catch((error: unknown): string[] => {
    if (error instanceof DiskError && error.code === "DISK_ABSENT") return [];
    throw error;
  });
  const firsts = names.map(findSegmentFirst).filter((first) => first !== undefined);
  // Without the meta file a log is being made, and has one segment without records at most.
  if (!names.includes(metaName) && firsts.length <= 1) return firsts;
  await expectMeta({ disk, folder });
  const { base, cutFrom } = await getMeta(disk, folder);
  if (cutFrom !== undefined) {
    throw new Error(`${folder} is being recovered: let its node finish starting, then try again`);
  }
  const kept = firsts.filter((_, place) => (firsts[place + 1] ?? Number.POSITIVE_INFINITY) > base);
  if (kept[0] === undefined || kept[0] > base) throw missing(folder, base);
  return kept;
}

async function expectMeta({ disk, folder }: PrefixPlace): Promise<void> {
  if (!(await disk.list(folder)).includes(metaName)) throw damaged(`${folder}/${metaName}`, "the file is missing");
}

/** A segment without damage; one that others follow is sealed, unless the one that follows was never written to. */
async function look(
  { disk, folder }: PrefixPlace,
  first: number,
  follower: number | undefined,
): Promise<{ image: SegmentImage; verdict: Sound }> {
  for (let looks = 1; ; looks++) {
    const image = await findImage({ disk, folder }, first, looks < looksMax);
    if (image === undefined) continue;
    const verdict = judgeSegment(image);
    const isEnd = follower === undefined || (verdict.kind === "sealed" && verdict.end.span === endSpans.continues);
    if (
      verdict.kind !== "damaged" &&
      (isEnd || (await isUntouched(disk, await getPresent({ disk, folder }, follower))))
    )
      return { image, verdict };
    if (looks < looksMax) continue;
    if (verdict.kind === "damaged") throw new LogDamaged({ file: image.path, ...verdict.fault });
    throw new LogDamaged({ file: image.path, offset: verdict.scan.cursor.at, reason: "its end is missing" });
  }
}

/** A segment's whole file; undefined where another one takes its place meanwhile and it may be looked at again. */
async function findImage(
  { disk, folder }: PrefixPlace,
  first: number,
  mayLookAgain: boolean,
): Promise<SegmentImage | undefined> {
  try {
    return await readImage(disk, await getPresent({ disk, folder }, first));
  } catch (error) {
    if (mayLookAgain && error instanceof LogDamaged) return undefined;
    throw error;
  }
}

type Sound = Exclude<Verdict, { kind: "damaged" }>;

async function getPresent({ disk, folder }: PrefixPlace, first: number): Promise<Segment> {
  try {
    return await getSegment(disk, folder, first);
  } catch (error) {
    if (error instanceof DiskError && error.code === "DISK_ABSENT") throw missing(folder, first);
    throw error;
  }
}

function missing(folder: string, base: number): LogDamaged {
  return damaged(folder, `the segment with record ${base} is missing`);
}

function damaged(file: string, reason: string): LogDamaged {
  return new LogDamaged({ file, offset: 0, reason });
}
