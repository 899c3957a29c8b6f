import { canonicalBytes } from "@mingbai/codec/canonical-json";
import { commitmentOfBytes } from "@mingbai/codec/commitment";
import { fromHex, toHex } from "@mingbai/codec/hex";
import type { BasisOfFields } from "@mingbai/registry/content/file/basis";
import { changedFields } from "@mingbai/registry/content/file/changed-fields";
import type { ChangeReason, SubjectPart } from "@mingbai/registry/content/file/part";
import type { Act, DraftBasis, HouseholdDraft, Part, PersonDraft, SubjectDraft } from "./record.ts";

/** What every part of one record says besides its fields. */
export interface Circumstances {
  /** Version of the form. */
  readonly form: number;
  readonly device: string;
  /** By the device's clock. */
  readonly madeMs: number;
  readonly newSalt: () => Uint8Array;
}

/** Empty texts, or a household with nothing new, make a part too: that somebody was there is said by it. */
type Saying = SubjectDraft & {
  readonly subject: string;
  readonly reason: ChangeReason;
  readonly words?: string;
  readonly basis?: DraftBasis;
};

/**
 * The commands of a record that is handed in, with the parts that they name: frozen from here on, so that whatever breaks
 * on the way the same bytes are sent again. Births, deaths and departures are acts of their own (ADR 29).
 */
export function freezeActs(draft: HouseholdDraft, circumstances: Circumstances): Act[] {
  const freeze = (saying: Saying) =>
    freezePart({ ...(draft.basis && { basis: draft.basis }), ...saying }, circumstances);
  return draft.kind === "newHousehold" ? [openHousehold(draft, freeze)] : visitActs(draft, freeze);
}

type Freeze = (saying: Saying) => { readonly part: Part; readonly content: string };

function openHousehold(draft: HouseholdDraft, freeze: Freeze): Act {
  const { household, area, people } = draft;
  const own = freeze({ ...draft, subject: household, reason: "visit", words: draft.words });
  const members = people.map((person) => ({
    person,
    ...freeze({ ...person, subject: person.person, reason: "visit" }),
  }));
  const named = members.map(({ person, content }) => ({ subject: person.person, content }));
  return {
    command: "registry.openHouseholds",
    input: { households: [{ household, area, content: own.content, people: named }] },
    parts: [own.part, ...members.map(({ part }) => part)],
  };
}

function visitActs(draft: HouseholdDraft, freeze: Freeze): Act[] {
  const { household, people } = draft;
  const staying = people.filter((person) => person.arrival === undefined && person.departure === undefined);
  const changed = staying.filter(({ before, values }) => Object.keys(changedFields(before, values)).length > 0);
  const said = [
    { base: draft.base, subject: household, ...freeze({ ...draft, subject: household, reason: "visit" }) },
    ...changed.map((person) => {
      const subject = person.person;
      return { base: person.base, subject, ...freeze({ ...person, subject, reason: "visit" }) };
    }),
  ];
  const changes = said.map(({ subject, base, content }) => ({ subject, base, content }));
  return [
    { command: "registry.recordChanges", input: { changes }, parts: said.map(({ part }) => part) },
    ...arrivals(draft, freeze),
    ...people.flatMap((person) => departure(person, freeze)),
  ];
}

function arrivals({ household, people }: HouseholdDraft, freeze: Freeze): Act[] {
  const groups = Map.groupBy(
    people.filter(({ departure }) => departure === undefined),
    ({ arrival }) => arrival,
  );
  return [...groups].flatMap(([because, group]) => {
    if (because === undefined) return [];
    const reason = because === "birth" ? "birth" : "visit";
    const said = group.map((person) => ({
      subject: person.person,
      ...freeze({ ...person, subject: person.person, reason }),
    }));
    const input = { household, because, people: said.map(({ subject, content }) => ({ subject, content })) };
    return [{ command: "registry.addPeople", input, parts: said.map(({ part }) => part) }];
  });
}

function departure(person: PersonDraft, freeze: Freeze): Act[] {
  const { person: subject, base, arrival, departure: because } = person;
  if (because === undefined || arrival !== undefined) return [];
  const { part, content } = freeze({ ...person, subject, reason: because === "death" ? "death" : "move" });
  return [{ command: "registry.endPerson", input: { person: subject, because, base, content }, parts: [part] }];
}

/** A part with its salt, and the commitment that names it (hexadecimal). */
export function freezePart(
  { subject, before, values, reason, words = "", basis: said = { fields: {} } }: Saying,
  circumstances: Circumstances,
): { readonly part: Part; readonly content: string } {
  const sets = changedFields(before, values);
  const basis = basisOfSets(subject, sets, said);
  return freezeSets(
    subject,
    { reason, sets, ...(words !== "" && { words }), ...(Object.keys(basis).length > 0 && { basis }) },
    circumstances,
  );
}

/** Where the new values come from: what was said of a field, else of all. */
function basisOfSets(subject: string, sets: SubjectPart["sets"], { all, fields }: DraftBasis): BasisOfFields {
  const found = Object.entries(sets).flatMap(([field, { to }]) => {
    const kind = fields[`${subject}/${field}`] ?? all;
    return to === undefined || kind === undefined ? [] : [[field, { kind }] as const];
  });
  return Object.fromEntries(found);
}

/** The same for a part whose changes are known. */
export function freezeSets(
  subject: string,
  said: Pick<SubjectPart, "reason" | "sets" | "words" | "decides" | "basis">,
  { form, device, madeMs, newSalt }: Circumstances,
): { readonly part: Part; readonly content: string } {
  const bytes = canonicalBytes({ kind: "part", form, device, madeMs, ...said });
  const salt = newSalt();
  const part = { subject, salt: toHex(salt), text: new TextDecoder().decode(bytes) };
  return { part, content: toHex(commitmentOfBytes({ salt: fromHex(part.salt), bytes })) };
}
