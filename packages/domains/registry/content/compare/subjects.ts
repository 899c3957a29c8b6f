import type { FactIndex } from "../facts/fact-index.ts";
import type { Subject } from "./bind-facts.ts";
import type { ReadyRules } from "./compile-rules.ts";
import { type ComparedFile, findNumber, type HouseholdIndex } from "./household-index.ts";
import { factsOf } from "./known-facts.ts";
import type { ReasonPerson } from "./verdict.ts";

/** What is asked about one household. */
export interface Question {
  readonly rules: ReadyRules;
  readonly file: ComparedFile;
  readonly facts: FactIndex;
  readonly index: HouseholdIndex;
  /** YYYY-MM-DD for which it is asked. */
  readonly day: string;
}

/** A household and each of its people, with what is known about them: what rules are asked about. */
export function subjectsOf({ rules: { trust, limits }, file, facts, index, day }: Question): {
  readonly household: Subject;
  readonly people: readonly Subject[];
} {
  const { household, values, people } = file;
  const bindings = { h: values, people: people.map((one) => one.values), day, limits };
  const knowledge = { facts, index, trust, day };
  const subjects = people.map(
    (one, at): Subject => ({
      household,
      known: factsOf(one.values, household, knowledge),
      bindings: { ...bindings, p: one.values },
      person: personAt(at, one),
    }),
  );
  return { household: { household, known: subjects.flatMap(({ known }) => known), bindings }, people: subjects };
}

function personAt(at: number, { person, values }: ComparedFile["people"][number]): ReasonPerson {
  const number = findNumber(values.identityNumber);
  return {
    at,
    ...(person !== undefined && { person }),
    ...(number !== undefined && { identityNumber: number }),
    ...(typeof values.name === "string" && { name: values.name }),
  };
}
