import type { Number64 } from "@mingbai/codec/number64";
import type { Fact, FactKind, Source } from "@mingbai/registry/content/facts/fact";
import type { Value } from "@mingbai/registry/content/file/value";
import type { Member } from "../family/family.ts";
import type { Village } from "../places/list-villages.ts";
import type { Cause, Health } from "./codes.ts";

export type Fields = { [field: string]: Value };

/** Whether a household is on help: monitored, on the minimum allowance only, or neither. */
export type Standing = "ordinary" | "relief" | "monitored";

/** Somebody while their file is made. What is said here is true, whatever the file will say. */
export interface DraftPerson extends Member {
  readonly person: Number64;
  readonly name: string;
  readonly birth: string;
  readonly identityNumber: string;
  health: Health;
  /** Their own share of medical bills in twelve months, in fen. */
  billFen: number;
  wageFen: number;
  readonly values: Fields;
}

/** A household while it is made: one step after another adds to it. */
export interface Draft {
  readonly index: number;
  readonly day: string;
  readonly village: Village;
  readonly team: number;
  readonly number: string;
  readonly household: Number64;
  readonly standing: Standing;
  /** Why it is on help; ordinary households have none. */
  readonly cause: Cause | undefined;
  readonly values: Fields;
  readonly people: DraftPerson[];
  readonly facts: Fact[];
}

/** Adds a line of a department's list about somebody; `by`: the department. */
export function addFact(
  draft: Draft,
  who: { readonly name: string; readonly identityNumber: string },
  fact: { readonly by: Source; readonly kind: FactKind; readonly values: Fields; readonly asOf?: string },
): void {
  draft.facts.push({
    id: `${fact.kind}-${draft.index}-${draft.facts.length}`,
    source: fact.by,
    kind: fact.kind,
    about: who.identityNumber,
    name: who.name,
    asOf: fact.asOf ?? draft.day,
    values: fact.values,
  });
}

/** The household's head as it was made; faults may leave a file without one. */
export function headOf({ people }: Draft): DraftPerson {
  const [head] = people;
  if (head === undefined) throw new Error("a household begins with its head");
  return head;
}

/** Whole yuan as fen. */
export function yuan(amount: number): number {
  return Math.round(amount) * 100;
}
