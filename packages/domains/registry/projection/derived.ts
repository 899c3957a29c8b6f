import { pairsOf, plainText, sqlText } from "@mingbai/read-model/searched-text";
import type { SubjectFile } from "../content/file/subject-file.ts";
import type { Value } from "../content/file/value.ts";
import type { HouseholdRecord, PersonRecord } from "./tables.ts";

/** Relation of the head of a household (GB/T 4761). */
const headRelation = "01";
const between = "\n";

/** Takes out of a person's file what lists show and questions look for. */
export function derivePerson(record: PersonRecord): void {
  const { file } = record;
  record.name = textIn(file, "name");
  record.identity = textIn(file, "identityNumber");
  record.birth = textIn(file, "birth");
  record.sex = textIn(file, "sex");
  record.relation = textIn(file, "relation");
}

/** The same of a household, and of the people who live there now. */
export function deriveHousehold(record: HouseholdRecord, people: readonly PersonRecord[]): void {
  const { file } = record;
  record.number = textIn(file, "number");
  record.village = textIn(file, "village");
  record.team = textIn(file, "team");
  record.address = textIn(file, "address");
  record.phone = textIn(file, "phone");
  record.monitored = textIn(file, "monitored");
  record.cause = textIn(file, "cause");
  record.relief = listIn(file, "reliefKinds");
  const present = people.filter(({ ended }) => ended === null).sort((one, other) => one.position - other.position);
  record.people = present.length;
  record.head = (present.find(({ relation }) => relation === headRelation) ?? present[0])?.name ?? "";
  record.open = openFields(file) + present.reduce((sum, person) => sum + openFields(person.file), 0);
  const texts = [record.number, record.team, record.address, ...present.map(({ name }) => name)].map(plainText);
  record.search = texts.join(between);
  record.pairs = pairsOf(texts);
}

function openFields({ open }: SubjectFile): number {
  return Object.keys(open).length;
}

function valueIn({ fields }: SubjectFile, field: string): Value | undefined {
  return fields[field]?.value;
}

function textIn(file: SubjectFile, field: string): string {
  const value = valueIn(file, field);
  return typeof value === "string" ? sqlText(value) : "";
}

function listIn(file: SubjectFile, field: string): readonly string[] {
  const value = valueIn(file, field);
  return Array.isArray(value) ? value.map((item) => sqlText(String(item))) : [];
}
