import { type GivenPart, partSubject } from "@mingbai/read-model/given-part";
import { findMany, type Vault } from "@mingbai/read-model/vault-port";
import { SubjectPart } from "../content/file/part.ts";
import type { Fact } from "./fact.ts";

/** A part as the ledger names it. */
export interface NamedPart extends GivenPart {
  /** Of the event that names it, and which of its parts it is. */
  readonly seq: number;
  readonly position: number;
  readonly household: string;
  readonly version: number;
  readonly base: number;
}

interface FirstParts {
  readonly household: string;
  readonly content?: string;
  readonly people: readonly { readonly subject: string; readonly content: string }[];
  readonly by: string;
}

/** The parts that an event names: first ones of new subjects, or the next one of a known subject. */
export function partsOf({ type, data, seq }: Fact): readonly NamedPart[] {
  const giver = String(data.by);
  if (type === "registry.partRecorded") {
    const {
      subject,
      household,
      version,
      base,
      content: commitment,
    } = data as unknown as NamedPart & {
      content: string;
    };
    return [{ subject, household, version, base, commitment, giver, seq, position: 0 }];
  }
  if (type !== "registry.householdOpened" && type !== "registry.peopleAdded") return [];
  const { household, content, people } = data as unknown as FirstParts;
  const own = type === "registry.householdOpened" && content !== undefined ? [{ subject: household, content }] : [];
  return [...own, ...people].map(({ subject, content: commitment }, position) => ({
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
    const read = SubjectPart.safeParse(kept?.content);
    const name = names[at];
    if (read.success && name !== undefined) opened.set(name, read.data);
  });
  return opened;
}
