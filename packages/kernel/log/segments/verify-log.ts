import { judgeSegment } from "./judge-segment.ts";
import type { Damage } from "./log-error.ts";
import { LogDamaged } from "./log-error.ts";
import type { LogPlace, LogState, Segment } from "./log-state.ts";
import { findEndFrame, getSegment, readImage } from "./read-segment.ts";
import { endSpans } from "./seal-segment.ts";

/** What a check of everything found. */
export interface LogReport {
  readonly records: number;
  readonly bytes: number;
  /** The first damage of each segment. */
  readonly damage: readonly Damage[];
}

/** Reads every byte of every segment. Nothing may be written meanwhile. */
export async function verifySegments({ disk, folder }: LogPlace, { segments, tail }: LogState): Promise<LogReport> {
  const damage: Damage[] = [];
  let bytes = 0;
  for (const [place, known] of segments.entries()) {
    const next = segments[place + 1];
    bytes += known.start.length;
    try {
      const segment = await getSegment(disk, folder, known.first);
      const found = await findDamage({ disk, segment, next, expected: next?.first ?? tail.sequence });
      if (found) damage.push(found);
    } catch (error) {
      if (!(error instanceof LogDamaged)) throw error;
      damage.push(error.damage);
    }
  }
  return { records: tail.sequence - (segments[0]?.first ?? 0), bytes, damage };
}

interface Checked {
  readonly disk: LogPlace["disk"];
  readonly segment: Segment;
  readonly next: Segment | undefined;
  readonly expected: number;
}

async function findDamage({ disk, segment, next, expected }: Checked): Promise<Damage | undefined> {
  const verdict = judgeSegment(await readImage(disk, segment));
  if (verdict.kind === "damaged") return { file: segment.path, ...verdict.fault };
  const { cursor } = verdict.scan;
  const here = { file: segment.path, offset: cursor.at };
  if (verdict.kind === "torn") return { ...here, reason: "something is written where nothing belongs" };
  if (cursor.sequence !== expected)
    return { ...here, reason: `the segment ends at record ${cursor.sequence}, not ${expected}` };
  if (!next) return undefined;
  const end = await findEndFrame(disk, segment);
  const follows = end?.span === endSpans.continues && end.link === next.start.link;
  return follows ? undefined : { ...here, reason: "the next segment does not follow this one" };
}
