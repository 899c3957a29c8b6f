import { toHex } from "@mingbai/codec/hex";
import { fieldClasses } from "@mingbai/registry/content/form/definition";
import { headRelation, knownFields } from "@mingbai/registry/content/form/known-fields";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import type { FieldRecord, HouseholdDraft } from "../outbox/record.ts";

const empty = { texts: {}, photos: [], words: "", at: 0 } as const;

/** A visit to a household, with all that its file says filled in. */
export function beginVisit(file: HouseholdFile): HouseholdDraft {
  return {
    kind: "visit",
    household: file.household,
    area: file.area.id,
    classes: file.classes,
    base: file.version,
    before: file.values,
    values: file.values,
    people: file.residents.map(({ person, version, values }) => ({ person, base: version, before: values, values })),
    ...empty,
  };
}

/** A household that has no file yet, with its head. Numbers are drawn here: they say nothing and meet no other. */
export function beginNewHousehold({ area, village }: { area: string; village: string }): HouseholdDraft {
  return {
    kind: "newHousehold",
    household: newSubject(),
    area,
    classes: fieldClasses,
    base: 0,
    before: {},
    values: village === "" ? {} : { [knownFields.household.village]: village },
    people: [{ person: newSubject(), base: 0, before: {}, values: { [knownFields.person.relation]: headRelation } }],
    ...empty,
  };
}

export function beginRecord(draft: HouseholdDraft, { owner, nowMs }: { owner: string; nowMs: number }): FieldRecord {
  return {
    id: newSubject(),
    owner,
    head: headOf(draft),
    begunMs: nowMs,
    savedMs: nowMs,
    stage: "filling",
    draft,
    acts: [],
    isCompared: false,
    differences: [],
  };
}

/** A random number of 64 bits, not zero, as sixteen hexadecimal digits. */
export function newSubject(): string {
  const number = toHex(crypto.getRandomValues(new Uint8Array(8)));
  return /^0+$/.test(number) ? newSubject() : number;
}

/** Name of the head of the household, else of its first person; empty where nobody has one. */
export function headOf({ people }: Pick<HouseholdDraft, "people">): string {
  const { name, relation } = knownFields.person;
  const head = people.find(({ values }) => values[relation] === headRelation) ?? people[0];
  return String(head?.values[name] ?? "");
}
