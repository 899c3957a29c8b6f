/**
 * What a variable or field holds. A `day` is a text "YYYY-MM-DD" (ISO 8601) that stands in the calendar; an `int` is a
 * safe integer. Absent fields are `undefined` or `null`: any field may be absent, none need be declared so.
 */
export type RuleType = ScalarType | ListType | RecordType;

export const scalarTypes = ["int", "string", "bool", "day"] as const;
export type ScalarType = (typeof scalarTypes)[number];

/** `itemsMax` bounds what a rule over the list costs; a longer list is a fault, never cut. */
export interface ListType {
  readonly list: RuleType;
  readonly itemsMax: number;
}

export interface RecordType {
  readonly fields: Readonly<Record<string, RuleType>>;
}

export type Variables = RecordType["fields"];

export function isList(type: RuleType): type is ListType {
  return typeof type === "object" && "list" in type;
}

export function isRecord(type: RuleType): type is RecordType {
  return typeof type === "object" && "fields" in type;
}

/** The type that holds values of both, or undefined: lists may differ in length, records are the same declaration. */
export function findCommonType(a: RuleType, b: RuleType): RuleType | undefined {
  if (a === b) return a;
  if (!isList(a) || !isList(b)) return undefined;
  const list = findCommonType(a.list, b.list);
  return list === undefined ? undefined : { list, itemsMax: Math.max(a.itemsMax, b.itemsMax) };
}
