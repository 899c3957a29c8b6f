import type { ComparedFile } from "../compare/household-index.ts";
import { deriveFromIdentity } from "../entry/derive-from-identity.ts";
import type { FormDefinition } from "../form/definition.ts";
import { findField } from "../form/find-field.ts";
import { knownFields } from "../form/known-fields.ts";
import type { Proposal } from "./proposal.ts";

const { identityNumber, birth, sex } = knownFields.person;

/** Day of birth and sex by a valid identity number, where the file says nothing or something else. */
export function proposeFromIdentity({ household, people }: ComparedFile, form: FormDefinition): Proposal[] {
  const fields = [birth, sex].filter((field) => findField(form, "person", field) !== undefined);
  return people.flatMap(({ values }, subject) => {
    const number = values[identityNumber];
    const said = typeof number === "string" ? deriveFromIdentity(number) : undefined;
    if (said === undefined) return [];
    return fields.flatMap((field): Proposal[] => {
      const [from, to] = [values[field], said[field]];
      if (from === to) return [];
      const because = { kind: "identityNumber" } as const;
      return [{ household, subject, field, to, because, ...(from !== undefined && { from }) }];
    });
  });
}
