import { identityCheckDigit } from "@mingbai/national-codes/identity-number/identity-check-digit";
import type { Value } from "@mingbai/registry/content/file/value";
import type { PlacedHousehold } from "../demo/files/file-desk.ts";

const peoplePerHousehold = 4;
const area = "fengxi-yunling";
const surnames = ["欧阳", "上官", "司徒", "诸葛"] as const;
/** Of the region that nobody lives in. */
const region = "339901";

/** A household whose every value is a canary: nobody else has it, and nothing else in the ledger looks like it. */
export interface CanaryHousehold extends PlacedHousehold {
  readonly canaries: readonly string[];
}

/** So many invented people, four to a household. */
export function canaryHouseholds(people: number): CanaryHousehold[] {
  return Array.from({ length: Math.ceil(people / peoplePerHousehold) }, (_, at) => householdOf(at));
}

function householdOf(at: number): CanaryHousehold {
  const own = {
    number: `JSQ-${two(at)}-${digits(at, 5)}`,
    address: `${signs(at)}巷${at}号金丝雀院`,
    // Without a row of noughts: how long a request took stands in logs as 5.161000000012.
    phone: `161${digits(24_681_357 + at * 7_919, 8)}`,
    bankAccount: `621700${digits(at, 13)}`,
  };
  const people = Array.from({ length: peoplePerHousehold }, (_, place) => personOf(at * peoplePerHousehold + place));
  const all: Readonly<Record<string, Value>>[] = [own, ...people.map(({ values }) => values)];
  const canaries = all.flatMap((values) => Object.values(values)).filter((value) => typeof value === "string");
  return {
    household: idOf(0xca, at),
    area,
    values: own,
    people,
    canaries: canaries.filter((value) => value.length > 2),
  };
}

function personOf(number: number) {
  const body = `${region}${1940 + (number % 60)}${two(1 + (number % 12))}${two(1 + (number % 28))}${digits(number, 3)}`;
  const values = {
    relation: number % peoplePerHousehold === 0 ? "01" : "99",
    name: `${surnames[number % surnames.length]}${signs(number)}`,
    identityNumber: body + identityCheckDigit(body),
    whereabouts: `${signs(number + 7)}镇做工第${number}处`,
  };
  return { person: idOf(0xcb, number), values };
}

/** Two rare signs that no other number has, both in GB 18030's oldest part. */
function signs(number: number): string {
  return String.fromCodePoint(0x5e00 + (number % 512), 0x7000 + Math.floor(number / 512));
}

function two(value: number): string {
  return digits(value % 100, 2);
}

function digits(value: number, length: number): string {
  return String(value).padStart(length, "0").slice(-length);
}

function idOf(kind: number, number: number): string {
  return kind.toString(16) + number.toString(16).padStart(14, "0");
}
