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
  const byCode = new Map<string, CodeEvent[]>();
  const add = (code: string, event: CodeEvent) => byCode.set(code, [...(byCode.get(code) ?? []), event]);
  for (const change of changes.toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)))) {
    for (const { code, name, into } of change.ended) add(code, { change, isBeginning: false, name, others: into });
    for (const { code, name, from } of change.begun) add(code, { change, isBeginning: true, name, others: from });
  }
  return byCode;
}
