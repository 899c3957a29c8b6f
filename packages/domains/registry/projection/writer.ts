import type { EventMaker } from "@mingbai/ledger/definition/event";
import type { ProjectionContext } from "@mingbai/read-model/projection";
import { dataOf, type Fact } from "./fact.ts";
import type { FileBook } from "./file-book.ts";

/** An event with what may be written from it. */
export interface Place {
  readonly fact: Fact;
  readonly book: FileBook;
  readonly context: ProjectionContext;
}

export type Write = (place: Place) => Promise<void> | void;

/** What one kind of event writes, by the event's type. */
export function on<Data>(
  event: EventMaker<Data>,
  write: (place: Place, data: Data) => Promise<void> | void,
): readonly [type: string, write: Write] {
  return [event.type, (place) => write(place, dataOf(place.fact, event))];
}

export function touch({ fact, book }: Place, household: string): void {
  book.household(household).changed_ms = fact.timeMs;
}

/** Adds a line to a household's time line. */
export function tell(
  place: Place,
  { household, kind, data = {} }: { household: string; kind: string; data?: object },
): void {
  touch(place, household);
  const { seq, id, timeMs: time_ms, data: said } = place.fact;
  place.book.add("happening", { seq, household, kind, by_account: said.by, time_ms, id, data });
}
