import { OpenedSoFar } from "../disk/opened-so-far.ts";
import { judgeSegment, type Verdict } from "./judge-segment.ts";
import { alignUp, findSegmentFirst, metaName, partialSuffix, sectorBytes, spareName } from "./layout.ts";
import { LogDamaged } from "./log-error.ts";
import type { LogPlace, LogState, Segment, Tail } from "./log-state.ts";
import { makeSegment, makeSpare } from "./make-segment.ts";
import { getMeta, type Meta, writeMeta } from "./meta-file.ts";
import { findEndFrame, getSegment, isUntouched, readImage } from "./read-segment.ts";
import { rewriteSegment } from "./rewrite-segment.ts";
import { findIndexFrame, type SegmentImage, scanRecords } from "./scan-segment.ts";
import { endSpans } from "./seal-segment.ts";

/**
 * Reads what is on the disk and brings it into order: finishes what a crash interrupted, cuts a torn tail, refuses
 * (`LogDamaged`) what no crash explains. May itself be interrupted at any point and run again.
 */
export async function recoverLog(place: LogPlace): Promise<LogState> {
  const { disk, folder } = place;
  await disk.makeFolder(folder);
  const names = await removeLeftovers(place, await disk.list(folder));
  const meta = names.includes(metaName) ? await getMeta(disk, folder) : undefined;
  const firsts = names.map(findSegmentFirst).filter((first) => first !== undefined);
  const state = firsts.length === 0 ? await makeLog(place, meta) : await openLog(place, firsts, meta);
  await using opened = new OpenedSoFar();
  opened.adopt(state.tail.file, (file) => file.close());
  if (meta === undefined) await completeNewLog(place, state);
  if (meta?.cutFrom !== undefined) await writeMeta(disk, folder, { base: meta.base, cutFrom: undefined });
  opened.move();
  return state;
}

async function openLog(place: LogPlace, firsts: readonly number[], meta: Meta | undefined): Promise<LogState> {
  const found: Segment[] = [];
  for (const first of firsts) found.push(await getSegment(place.disk, place.folder, first));
  const wanted = await dropOld(place, await finishCut(place, found, meta), meta?.base ?? 0);
  return openTail(place, await checkSealed(place, wanted), meta?.base ?? 0);
}

async function removeLeftovers({ disk, folder }: LogPlace, names: readonly string[]): Promise<string[]> {
  const leftover = (name: string): boolean => name === spareName || name.endsWith(partialSuffix);
  for (const name of names.filter(leftover)) await disk.remove(`${folder}/${name}`);
  return names.filter((name) => !leftover(name));
}

async function makeLog(place: LogPlace, meta: Meta | undefined): Promise<LogState> {
  const file = `${place.folder}/${metaName}`;
  if (meta !== undefined) throw new LogDamaged({ file, offset: 0, reason: "the log has this file but no segment" });
  const tail = await makeSegment(place, await makeSpare(place), { first: 0, link: 0 });
  return { segments: [tail.segment], tail, base: 0 };
}

/** The meta file is written last when a log is made, so without it there can be one segment without records. */
async function completeNewLog({ disk, folder }: LogPlace, { segments, tail }: LogState): Promise<void> {
  if (segments.length > 1 || tail.sequence > 0) {
    throw new LogDamaged({ file: `${folder}/${metaName}`, offset: 0, reason: "the file is missing" });
  }
  await writeMeta(disk, folder, { base: 0, cutFrom: undefined });
}

/** Carries out a cut that the meta file announces: later segments go, the one that is cut is written anew. */
async function finishCut(place: LogPlace, segments: readonly Segment[], meta: Meta | undefined): Promise<Segment[]> {
  const cutFrom = meta?.cutFrom;
  if (cutFrom === undefined) return [...segments];
  const kept = segments.filter(({ first }, position) => position === 0 || first < cutFrom);
  for (const { path } of segments.slice(kept.length)) await place.disk.remove(path);
  const last = kept.at(-1);
  if (last) {
    const image = await readImage(place.disk, last);
    const scan = scanRecords(image, cutFrom);
    if (scan.cursor.sequence !== cutFrom) {
      const fault = { file: last.path, offset: scan.cursor.at };
      throw new LogDamaged({ ...fault, reason: `record ${scan.cursor.sequence} is damaged; the cut is after it` });
    }
    await rewriteSegment(place, image, scan);
  }
  return kept;
}

async function dropOld({ disk, folder }: LogPlace, segments: readonly Segment[], base: number): Promise<Segment[]> {
  const kept = segments.filter((_, position) => (segments[position + 1]?.first ?? Number.POSITIVE_INFINITY) > base);
  for (const { path } of segments.slice(0, segments.length - kept.length)) await disk.remove(path);
  const first = kept[0];
  if (first && first.first > base) {
    throw new LogDamaged({
      file: first.path,
      offset: 0,
      reason: `the segment with record ${base} is missing before it`,
    });
  }
  await disk.syncFolder(folder);
  return kept;
}

/** Holds every segment but the last against the next one; takes back a segment that was made and never used. */
async function checkSealed({ disk, folder }: LogPlace, segments: readonly Segment[]): Promise<Segment[]> {
  for (const [position, segment] of segments.entries()) {
    const next = segments[position + 1];
    if (!next) break;
    const end = await findEndFrame(disk, segment);
    if (end && end.sequence === next.first && end.link === next.start.link && end.span === endSpans.continues) continue;
    const verdict = judgeSegment(await readImage(disk, segment));
    const lastButOne = position === segments.length - 2;
    if (verdict.kind !== "damaged" && !end && lastButOne && (await isUntouched(disk, next))) {
      await disk.remove(next.path);
      await disk.syncFolder(folder);
      return segments.slice(0, -1);
    }
    if (verdict.kind === "damaged") throw new LogDamaged({ file: segment.path, ...verdict.fault });
    const reason = `the segment ends at record ${verdict.scan.cursor.sequence}, the next begins at ${next.first}`;
    throw new LogDamaged({ file: segment.path, offset: verdict.scan.cursor.at, reason });
  }
  return [...segments];
}

async function openTail(place: LogPlace, segments: readonly Segment[], base: number): Promise<LogState> {
  const segment = segments.at(-1);
  if (!segment) throw new LogDamaged({ file: place.folder, offset: 0, reason: "no segment is left" });
  const image = await readImage(place.disk, segment);
  const verdict = judgeSegment(image);
  if (verdict.kind === "damaged") throw new LogDamaged({ file: segment.path, ...verdict.fault });
  if (verdict.kind === "sealed" && verdict.end.span === endSpans.continues) {
    const reason = `the segment that begins with record ${verdict.end.sequence} is missing after it`;
    throw new LogDamaged({ file: segment.path, offset: verdict.end.length, reason });
  }
  if (verdict.kind === "torn") await rewriteSegment(place, image, verdict.scan);
  await using opened = new OpenedSoFar();
  const file = opened.adopt(await place.disk.open(segment.path, "write"), (one) => one.close());
  // What a killed process wrote and did not sync may only be in memory yet; from here on it counts as durable.
  await file.sync();
  opened.move();
  return { segments, tail: tailOf({ segment, file, image, verdict }), base };
}

function tailOf({ segment, file, image, verdict }: TailParts): Tail {
  const { cursor, index } = verdict.scan;
  const closedAt = verdict.kind === "sealed" ? findIndexFrame(image, cursor)?.past : undefined;
  const at = alignUp(cursor.at, sectorBytes);
  return { segment, file, index, at, sequence: cursor.sequence, link: cursor.link, closedAt };
}

interface TailParts {
  readonly segment: Segment;
  readonly file: Tail["file"];
  readonly image: SegmentImage;
  readonly verdict: Verdict;
}
