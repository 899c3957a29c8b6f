import { type GivenPart, partSubject } from "@mingbai/read-model/given-part";
import { findMany, type Vault } from "@mingbai/read-model/vault-port";
import { findPart } from "../content/file/find-part.ts";
import type { SubjectPart } from "../content/file/part.ts";
import { householdOpened } from "../events/household-opened.ts";
import { partRecorded } from "../events/part-recorded.ts";
import { peopleAdded } from "../events/people.ts";
import { dataOf, type Fact } from "./fact.ts";

/** A part as the ledger names it. */
export interface NamedPart extends GivenPart {
  /** Of the event that names it, and which of its parts it is. */
  readonly seq: number;
  readonly position: number;
  readonly household: string;
  readonly version: number;
  readonly base: number;
}

interface FirstPart {
  readonly subject: string;
  readonly content: string;
}

/** The parts that an event names: first ones of new subjects, or the next one of a known subject. */
export function partsOf(fact: Fact): readonly NamedPart[] {
  switch (fact.type) {
    case partRecorded.type: {
      const { subject, household, version, base, content: commitment, by: giver } = dataOf(fact, partRecorded);
      return [{ subject, household, version, base, commitment, giver, seq: fact.seq, position: 0 }];
    }
    case householdOpened.type: {
      const { household, content, people, by } = dataOf(fact, householdOpened);
      return firstParts(fact, { household, by, parts: [{ subject: household, content }, ...people] });
    }
    case peopleAdded.type: {
      const { household, people, by } = dataOf(fact, peopleAdded);
      return firstParts(fact, { household, by, parts: people });
    }
    default:
      return [];
  }
}

function firstParts(
  { seq }: Fact,
  { household, by: giver, parts }: { household: string; by: string; parts: readonly FirstPart[] },
): NamedPart[] {
  return parts.map(({ subject, content: commitment }, position) => ({
    subject,
    household,
    version: 1,
    base: 0,
    commitment,
    giver,
    seq,
    position,
  }));
}

/** What each of these parts says, by its commitment and giver; missing where the vault has it not, or it is something else. */
export async function openParts(vault: Vault, parts: readonly NamedPart[]): Promise<ReadonlyMap<string, SubjectPart>> {
  const names = parts.map(partSubject);
  const found = await findMany(vault, names);
  const opened = new Map<string, SubjectPart>();
  found.forEach((kept, at) => {
    const part = findPart(kept?.content);
    const name = names[at];
    if (part !== undefined && name !== undefined) opened.set(name, part);
  });
  return opened;
}
