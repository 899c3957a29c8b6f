import { equalBytes } from "@mingbai/codec/bytes";
import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import type { FollowedLog } from "@mingbai/log/segments/follow-segment-log";
import type { GivenPart } from "@mingbai/read-model/given-part";
import type { SubjectKeys } from "./keys/subject-keys.ts";
import type { PartIndex } from "./part-index.ts";
import { encodePartName, openPart, splitPart, subjectOf } from "./part-record.ts";

/** Records that nobody asked for are read over, up to so many, rather than looking the next one up. */
const readOverMax = 64;

interface Wanted {
  readonly at: number;
  readonly name: Uint8Array;
  readonly sequence: number;
}

/** Where parts are looked for. */
export interface PartSource {
  readonly log: FollowedLog;
  readonly index: PartIndex;
  /** Those that count now: an erasure may replace them between two reads. */
  readonly keys: () => SubjectKeys;
}

/**
 * What each of these parts holds, in their order: undefined where it was never stored here, or its subject was erased.
 * PERF: parts that were stored one after another are read in one go; each is opened at once, without a turn of the event loop.
 */
export async function findParts(
  { log, index, keys }: PartSource,
  parts: readonly GivenPart[],
): Promise<readonly (CanonicalObject | undefined)[]> {
  const found: (CanonicalObject | undefined)[] = parts.map(() => undefined);
  const wanted: Wanted[] = [];
  for (const [at, part] of parts.entries()) {
    const name = encodePartName(part);
    const sequence = index.find(name);
    if (sequence !== undefined && keys().find(subjectOf(name)) !== undefined) wanted.push({ at, name, sequence });
  }
  for (const run of runsOf(wanted)) {
    for await (const { sequence, payload } of recordsOf(log, run)) {
      for (; run[0]?.sequence === sequence; run.shift()) {
        const part = splitPart(payload);
        const dataKey = keys().find(subjectOf(part.name));
        if (dataKey !== undefined && equalBytes(part.name, run[0].name)) found[run[0].at] = openPart(part, dataKey);
      }
    }
  }
  return found;
}

/** The wanted records in the order of the log, those that lie near each other together. */
function runsOf(wanted: readonly Wanted[]): Wanted[][] {
  const runs: Wanted[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const one of wanted.toSorted((a, b) => a.sequence - b.sequence)) {
    if (one.sequence > last + readOverMax) runs.push([]);
    runs.at(-1)?.push(one);
    last = one.sequence;
  }
  return runs;
}

async function* recordsOf(log: FollowedLog, run: readonly Wanted[]) {
  const [first, last] = [run[0]?.sequence ?? 0, run.at(-1)?.sequence ?? 0];
  if (first === last) yield { sequence: first, payload: await log.read(first) };
  else yield* log.records({ from: first, below: last + 1 });
}
