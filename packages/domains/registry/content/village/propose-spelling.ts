import { checkValue } from "../check/check-value.ts";
import type { FileSubject } from "../check/file-fault.ts";
import type { ComparedFile } from "../compare/household-index.ts";
import { readText } from "../entry/read-text.ts";
import { isSameValue, type Values } from "../file/value.ts";
import type { FieldDefinition, FormDefinition } from "../form/definition.ts";
import { fieldsOfKind } from "../form/find-field.ts";
import type { Proposal } from "./proposal.ts";

/** Texts that mean a value of their field in another spelling: spaces, full-width digits, a small x, an old number. */
export function proposeSpelling({ household, values, people }: ComparedFile, form: FormDefinition): Proposal[] {
  const fields = { household: fieldsOfKind(form, "household"), person: fieldsOfKind(form, "person") };
  const of = (kind: "household" | "person", subject: FileSubject, said: Values) =>
    fields[kind].flatMap((field) => respell(field, { household, subject, said }));
  return [...of("household", "household", values), ...people.flatMap((one, at) => of("person", at, one.values))];
}

function respell(
  field: FieldDefinition,
  { household, subject, said }: { household: string; subject: FileSubject; said: Values },
): Proposal[] {
  const from = said[field.id];
  // A value that its field can have is meant as it is, unless it is a text, which can have any spaces.
  if (typeof from !== "string" || (field.of.type !== "text" && checkValue(field, from) === undefined)) return [];
  const read = readText(field, from);
  if (!("value" in read) || isSameValue(read.value, from)) return [];
  return [{ household, subject, field: field.id, from, to: read.value, because: { kind: "spelling" } }];
}
