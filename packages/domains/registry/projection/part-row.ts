import type { SubjectPart } from "../content/file/part.ts";
import type { Fact } from "./fact.ts";
import type { Row } from "./insert-rows.ts";
import type { NamedPart } from "./named-parts.ts";
import { eventsPerSeq } from "./tables.ts";

/** Parts of one event that `seq` can tell apart. */
export const partsPerEvent = 64;
/** So that a part's number stays a safe integer: the log then holds 2^53 ÷ (8,192 × 64) transactions. */
export const partsPerTransaction = eventsPerSeq * partsPerEvent;

/** A line of `registry.part`. What a first part sets is the file itself, and is not written twice. */
export function partRow(
  { id, timeMs: time_ms, data }: Fact,
  { seq, position, subject, household, version, base, commitment, giver }: NamedPart,
  part: SubjectPart | undefined,
): Row {
  return {
    seq: seq * partsPerEvent + position,
    subject,
    household,
    version,
    base,
    commitment,
    giver,
    time_ms,
    id,
    import: data.import ?? null,
    ...saidBy(version, part),
  };
}

/** The columns that the part itself fills. */
export function saidBy(version: number, part: SubjectPart | undefined) {
  return {
    reason: part?.reason ?? null,
    device: part?.device ?? null,
    made_ms: part?.madeMs ?? null,
    words: part?.words ?? null,
    form: part?.form ?? null,
    sets: part === undefined || version === 1 ? null : part.sets,
    basis: version === 1 ? null : (part?.basis ?? null),
  };
}
