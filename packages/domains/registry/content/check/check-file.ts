import { isDay } from "@mingbai/rules/days/read-day";
import { peoplePerHouseholdMax } from "../../schema.ts";
import { deriveFromIdentity } from "../entry/derive-from-identity.ts";
import type { HouseholdValues } from "../file/household-values.ts";
import type { Values } from "../file/value.ts";
import type { FieldDefinition, FormDefinition } from "../form/definition.ts";
import { fieldsOfKind } from "../form/find-field.ts";
import { knownFields } from "../form/known-fields.ts";
import { checkValue } from "./check-value.ts";
import { checkFault, type FileFault, type FileSubject } from "./file-fault.ts";
import { formRules } from "./form-rules.ts";

const { identityNumber, birth, sex } = knownFields.person;

/**
 * What is wrong with a household's file, or is to be looked at again: what is missing, values that their fields cannot
 * have, people and their identity numbers, and the form's rules. A rule about what nobody has filled in says nothing.
 * `day`: YYYY-MM-DD, the day for which ages are counted. Fields that this form does not have are not looked at.
 */
export function checkFile(form: FormDefinition, file: HouseholdValues, { day }: { readonly day: string }): FileFault[] {
  const { people } = file;
  if (people.length > peoplePerHouseholdMax)
    return [
      error("household", [], checkFault("PEOPLE_TOO_MANY", { count: people.length, max: peoplePerHouseholdMax })),
    ];
  const household = fieldsOfKind(form, "household");
  const person = fieldsOfKind(form, "person");
  return [
    ...(people.length === 0 ? [error("household", [], checkFault("NOBODY"))] : []),
    ...checkValues(household, file.values, "household"),
    ...people.flatMap(({ values }, at) => checkValues(person, values, at)),
    ...people.flatMap(({ values }, at) => checkIdentity(values, at)),
    ...checkTwice(people.map(({ values }) => values)),
    // Of a household of nobody the rules would say the same in other words.
    ...(people.length === 0 ? [] : checkRules(form, file, day)),
  ];
}

function checkValues(fields: readonly FieldDefinition[], values: Values, subject: FileSubject): FileFault[] {
  const faults: FileFault[] = [];
  for (const field of fields) {
    const value = values[field.id];
    if (value === undefined) {
      if (field.required && !field.retired)
        faults.push(error(subject, [field.id], checkFault("REQUIRED", field.label)));
      continue;
    }
    const found = checkValue(field, value);
    if (found !== undefined) faults.push(error(subject, [field.id], found));
  }
  return faults;
}

/** A person's identity number says when they were born and of which sex they are; the file may not say otherwise. */
function checkIdentity(values: Values, at: number): FileFault[] {
  const number = values[identityNumber];
  const said = typeof number === "string" ? deriveFromIdentity(number) : undefined;
  if (said === undefined || !isDay(said.birth)) return [];
  const faults: FileFault[] = [];
  const [listedBirth, listedSex] = [values[birth], values[sex]];
  if (typeof listedBirth === "string" && listedBirth !== said.birth)
    faults.push(
      error(at, [birth, identityNumber], checkFault("IDENTITY_BIRTH", { listed: listedBirth, number: said.birth })),
    );
  if (typeof listedSex === "string" && listedSex !== said.sex)
    faults.push(error(at, [sex, identityNumber], checkFault("IDENTITY_SEX")));
  return faults;
}

function checkTwice(people: readonly Values[]): FileFault[] {
  return people.flatMap((values, at) => {
    const number = values[identityNumber];
    const first = number === undefined ? at : people.findIndex((other) => other[identityNumber] === number);
    return first === at ? [] : [error(at, [identityNumber], checkFault("PERSON_TWICE", { other: first + 1 }))];
  });
}

function checkRules(form: FormDefinition, file: HouseholdValues, day: string): FileFault[] {
  const people = file.people.map(({ values }) => values);
  const all = { h: file.values, people, day };
  return formRules(form).flatMap(({ rule, compiled }) => {
    const subjects: readonly FileSubject[] = rule.of === "person" ? [...people.keys()] : ["household"];
    return subjects.flatMap((subject): FileFault[] => {
      const outcome = compiled.evaluate(subject === "household" ? all : { ...all, p: people[subject] });
      if (!("value" in outcome) || outcome.value !== true) return [];
      const { level, fields, words } = rule;
      return [{ subject, level, fields, fault: "RULE", values: { rule: rule.id }, ...words }];
    });
  });
}

function error(
  subject: FileSubject,
  fields: readonly string[],
  { fault, values, en, zh }: Pick<FileFault, "fault" | "values" | "en" | "zh">,
): FileFault {
  return { subject, level: "error", fields, fault, values, en, zh };
}
