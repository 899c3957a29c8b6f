import type { DivisionIndex } from "../division-index.ts";
import { type Division, type DivisionName, findDivision } from "../find-division.ts";
import { codeDigits, codesAbove, levelOf } from "../levels.ts";
import type { DivisionChange } from "./division-change.ts";
import { type CodeEvent, eventsOf } from "./events-of.ts";
import { knownChanges } from "./known-changes.ts";

export interface DivisionAt extends Division {
  readonly standing: "in-force" | "ended" | "not-yet";
  /** The last that made it what it is on the day, or, of one that is not yet, the one that will. */
  readonly change: DivisionChange | undefined;
  /** Of one that has ended: what has its place on the day. */
  readonly successors: readonly DivisionName[];
}

export interface AtDay {
  /** "YYYY-MM-DD" */
  readonly day: string;
  readonly divisions: DivisionIndex;
  /** `knownChanges` unless told; a county's own follow them. What is made of a list is kept with it: give the same list again. */
  readonly changes?: readonly DivisionChange[];
}

/**
 * What a code meant on a day, with the names of that day: an identity number of 1990 names a district that was merged in 2021.
 * A code that no change names is taken to be the same on every day; undefined where neither changes nor index know it.
 */
export function findDivisionAt(code: string, at: AtDay): DivisionAt | undefined {
  const full = code.padEnd(codeDigits, "0");
  const found = standingAt(full, at);
  if (found === undefined) return undefined;
  const { name, standing, event } = found;
  const parents = codesAbove(full).flatMap((above) => namedAt(above, at) ?? []);
  const successors = standing === "ended" && event ? placesAfter(event, at) : [];
  return { code: full, name, level: levelOf(full), parents, standing, change: event?.change, successors };
}

interface Standing {
  readonly name: string;
  readonly standing: DivisionAt["standing"];
  readonly event: CodeEvent | undefined;
}

function standingAt(code: string, { day, divisions, changes = knownChanges }: AtDay): Standing | undefined {
  const events = eventsOf(changes, code);
  const last = events.findLast(({ change }) => change.day <= day);
  if (last) return { name: last.name, standing: last.isBeginning ? "in-force" : "ended", event: last };
  const [next] = events;
  if (next?.isBeginning) return { name: next.name, standing: "not-yet", event: next };
  const name = next?.name ?? findDivision(divisions, code)?.name;
  return name === undefined ? undefined : { name, standing: "in-force", event: undefined };
}

function namedAt(code: string, at: AtDay): DivisionName | undefined {
  const found = standingAt(code, at);
  return found && { code, name: found.name };
}

/** What took the place of a code that ended; where that ended too, what took its place in turn. Days grow, so that this ends. */
function placesAfter(ended: CodeEvent, at: AtDay): readonly DivisionName[] {
  const places = ended.others.flatMap((code): readonly DivisionName[] => {
    const found = standingAt(code, at);
    if (found === undefined) return [];
    const later = found.standing === "ended" && found.event;
    return later && later.change.day > ended.change.day ? placesAfter(later, at) : [{ code, name: found.name }];
  });
  return places.filter(({ code }, index) => places.findIndex((place) => place.code === code) === index);
}
