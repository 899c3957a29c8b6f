import { readyName } from "@mingbai/tabular/mapping/header-likeness";
import type { FieldDefinition, SubjectKind } from "../../form/definition.ts";
import { knownFields } from "../../form/known-fields.ts";
import { cellsSuit, suitGood } from "./cells-suit.ts";
import { type KeyOfHeader, keyOfHeader } from "./key-of-header.ts";
import { labelLikeness } from "./label-likeness.ts";
import { memberOfHeader } from "./member-of-header.ts";
import type { SampledColumn } from "./sampled-columns.ts";
import { withoutBrackets } from "./unit-of-header.ts";

/** How rows and people go together on a sheet; `householdsOnly`: the people stand on another sheet. */
export type SheetKind = "people" | "households" | "householdsOnly";

/** A column and whose facts it can hold, before its field is known. */
export interface OwnedColumn {
  readonly sample: SampledColumn;
  /** Its name without what says whose it is. */
  readonly name: string;
  readonly owners: readonly SubjectKind[];
  readonly member?: number;
  readonly key?: KeyOfHeader;
}

const alikeMin = 0.84;
/** Fields that say that a row is about a person. */
const personFields: readonly string[] = Object.values(knownFields.person);

/** Finds out what a row is, and whose each column can be. */
export function ownedColumns(
  columns: readonly SampledColumn[],
  personForm: readonly FieldDefinition[],
): { readonly kind: SheetKind; readonly columns: readonly OwnedColumn[] } {
  const keys = columns.map(({ header, cells }) => keyOfHeader(withoutBrackets(header), cells));
  const members = columns.map((column) => findMember(column, columns, personForm));
  const numbers = members.flatMap((member) => (member === undefined ? [] : [member.member]));
  const hasHead = keys.some((key) => key === "headName" || key === "headNumber");
  const isSideBySide = new Set(numbers).size > 1 || (numbers.length > 0 && hasHead);
  const isOfPeople = columns.some(
    (column, at) => keys[at] === undefined && members[at] === undefined && isOfPerson(column, personForm),
  );
  const kind = isSideBySide || (!isOfPeople && hasHead) ? "households" : isOfPeople ? "people" : "householdsOnly";
  const shift = hasHead ? 0 : Math.min(...numbers);
  return { kind, columns: columns.map((sample, at) => owned(sample, at)) };

  function owned(sample: SampledColumn, at: number): OwnedColumn {
    const [key, member] = [keys[at], members[at]];
    if (isSideBySide && member !== undefined)
      return { sample, name: member.rest, owners: ["person"], member: member.member - shift };
    if (kind === "households" && (key === "headName" || key === "headNumber"))
      return { sample, name: sample.header.replace(/^户主的?/, "") || "姓名", owners: ["person"], member: 0 };
    const base = { sample, name: sample.header, ...(key !== undefined && { key }) };
    if (kind === "householdsOnly") return { ...base, owners: ["household"] };
    return { ...base, owners: ["household", "person"], ...(kind === "households" && { member: 0 }) };
  }
}

function findMember(column: SampledColumn, all: readonly SampledColumn[], form: readonly FieldDefinition[]) {
  const found = memberOfHeader(column.header, column.group);
  if (found === undefined || found.isSure) return found;
  const isNamedSo = form.some((field) => labelLikeness(readyName(found.rest), field).likeness >= alikeMin);
  const others = all.filter(({ header, group }) => memberOfHeader(header, group)?.rest === found.rest);
  return isNamedSo && others.length > 1 ? found : undefined;
}

function isOfPerson({ header, distinct }: SampledColumn, form: readonly FieldDefinition[]): boolean {
  const name = readyName(withoutBrackets(header));
  return form.some((field) => {
    if (!personFields.includes(field.id)) return false;
    if (labelLikeness(name, field).likeness >= alikeMin) return true;
    return field.of.type === "identityNumber" && distinct.length > 1 && cellsSuit(field, distinct, {}) >= suitGood;
  });
}
