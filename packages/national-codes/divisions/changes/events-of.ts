import type { DivisionChange } from "./division-change.ts";

/** What one change was to one code. */
export interface CodeEvent {
  readonly change: DivisionChange;
  readonly isBeginning: boolean;
  readonly name: string;
  /** Where it went, or came from. */
  readonly others: readonly string[];
}

const prepared = new WeakMap<readonly DivisionChange[], ReadonlyMap<string, readonly CodeEvent[]>>();

/** A code's events by day; on one day, its end stands before its beginning. */
export function eventsOf(changes: readonly DivisionChange[], code: string): readonly CodeEvent[] {
  const events = prepared.get(changes) ?? collectEvents(changes);
  prepared.set(changes, events);
  return events.get(code) ?? [];
}

function collectEvents(changes: readonly DivisionChange[]): ReadonlyMap<string, readonly CodeEvent[]> {
  const events = changes.flatMap((change): CodedEvent[] => [
    ...change.ended.map(({ code, name, into }) => ({ code, name, change, isBeginning: false, others: into })),
    ...change.begun.map(({ code, name, from }) => ({ code, name, change, isBeginning: true, others: from })),
  ]);
  return Map.groupBy(events.sort(compareEvents), ({ code }) => code);
}

interface CodedEvent extends CodeEvent {
  readonly code: string;
}

function compareEvents(a: CodeEvent, b: CodeEvent): number {
  if (a.change.day !== b.change.day) return a.change.day < b.change.day ? -1 : 1;
  return Number(a.isBeginning) - Number(b.isBeginning);
}
