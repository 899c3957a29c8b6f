import { SubjectPart } from "@mingbai/registry/content/file/part";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import type { Difference, FieldRecord } from "./record.ts";

/** The fields of a file that are open because this record said something else than somebody else did. */
export function findDifferences(record: FieldRecord, file: HouseholdFile): Difference[] {
  const said = fieldsSaid(record);
  const versions = new Map([file, ...file.residents, ...file.former].map((one) => [subjectOf(one), one.version]));
  return file.openFields.flatMap(({ subject, field, now, others }) => {
    const sides = [now, ...others];
    const isMine = said.has(`${subject}/${field}`) && sides.some(({ by }) => by.account === record.owner);
    const base = versions.get(subject);
    return isMine && base !== undefined ? [{ subject, field, base, sides }] : [];
  });
}

function subjectOf(one: { readonly household: string } | { readonly person: string }): string {
  return "person" in one ? one.person : one.household;
}

/** `<subject>/<field>` of all that a record's parts set. */
function fieldsSaid({ acts }: FieldRecord): ReadonlySet<string> {
  const places = acts.flatMap(({ parts }) =>
    parts.flatMap(({ subject, text }) =>
      Object.keys(SubjectPart.parse(JSON.parse(text)).sets).map((field) => `${subject}/${field}`),
    ),
  );
  return new Set(places);
}
