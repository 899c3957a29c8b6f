import type { CommandContext } from "@mingbai/ledger/definition/command";
import type { Refusal } from "@mingbai/ledger/refusal";
import { refuse } from "../refusals.ts";
import { absenceMsMax, termAheadMsMax } from "../schema.ts";

/** From `fromMs` up to and without `untilMs`, in block time; without the latter no end is set. */
export interface Term {
  readonly fromMs: number;
  readonly untilMs?: number;
}

/** The term that a command asks for: from this block where it says no beginning. Refused: TERM_WRONG. */
export function readTerm(
  { moment }: CommandContext,
  { fromMs = moment.timeMs, untilMs }: { fromMs?: number | undefined; untilMs?: number | undefined },
): Term | Refusal {
  const isAhead = fromMs >= moment.timeMs && fromMs <= moment.timeMs + termAheadMsMax;
  if (!isAhead || (untilMs !== undefined && untilMs <= fromMs)) return refuse("TERM_WRONG");
  return untilMs === undefined ? { fromMs } : { fromMs, untilMs };
}

/** The same of an absence, which always has an end. Refused: TERM_WRONG. */
export function readAbsence(
  context: CommandContext,
  asked: { fromMs?: number | undefined; untilMs: number },
): Required<Term> | Refusal {
  const term = readTerm(context, asked);
  if ("refused" in term) return term;
  const { fromMs } = term;
  return asked.untilMs - fromMs > absenceMsMax ? refuse("TERM_WRONG") : { fromMs, untilMs: asked.untilMs };
}

/** True where the two have a moment in common. */
export function overlaps(one: Term, other: Term): boolean {
  return startsBeforeEnd(one, other) && startsBeforeEnd(other, one);
}

function startsBeforeEnd({ fromMs }: Term, { untilMs }: Term): boolean {
  return untilMs === undefined || fromMs < untilMs;
}

/** True where nothing of it is left from this moment on. */
export function hasEnded({ untilMs }: Term, timeMs: number): boolean {
  return untilMs !== undefined && untilMs <= timeMs;
}
