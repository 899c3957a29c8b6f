import { checkValue } from "@mingbai/registry/content/check/check-value";
import type { Values } from "@mingbai/registry/content/file/value";
import { countyForm } from "@mingbai/registry/content/form/county/county-form";
import type { SubjectKind } from "@mingbai/registry/content/form/definition";
import { fieldsOfKind } from "@mingbai/registry/content/form/find-field";
import { describe, expect, it } from "vitest";
import { ageAt } from "./draw/days.ts";
import { type Cause, cause as causeCodes, helpKind, relation } from "./file/codes.ts";
import { measuresFor } from "./file/tell-standing.ts";
import { incomePerHead, monitoringLineFen } from "./lines.ts";
import type { MadeHousehold } from "./made-county.ts";
import { makeCounty } from "./make-county.ts";
import type { PlantedKind } from "./planted/kinds.ts";

const county = makeCounty({ seed: 21, households: 1_500 });
const all = [...county.households];
const has = ({ planted }: MadeHousehold, ...kinds: readonly PlantedKind[]): boolean =>
  planted.some(({ kind }) => kinds.includes(kind));

describe("the files of an invented county", () => {
  it("have values that their fields may have, and all that is required", () => {
    for (const made of all.filter((one) => !has(one, "wrongCheckDigit"))) {
      expect(faultsOf("household", made.values)).toEqual([]);
      for (const { values } of made.people) expect(faultsOf("person", values)).toEqual([]);
    }
  });

  it("answer most of what the form asks", () => {
    for (const of of ["household", "person"] as const) {
      const subjects = of === "household" ? all : all.flatMap(({ people }) => people);
      const told = new Set(subjects.flatMap(({ values }) => Object.keys(values)));
      const silent = fieldsOfKind(countyForm, of).filter(({ id }) => !told.has(id));
      expect(silent.map(({ id }) => id).sort()).toEqual(
        of === "household" ? ["grassland", "language", "photos"] : ["personPhotos", "soldier"],
      );
    }
  });

  it("have numbers that say the birth and sex that the file says, and no two people one number", () => {
    const seen = new Map<string, MadeHousehold>();
    for (const made of all.filter((one) => !has(one, "wrongCheckDigit", "bornWrong")))
      for (const { values } of made.people) {
        const number = values.identityNumber;
        if (typeof number !== "string") continue;
        expect(number.slice(6, 14)).toBe(String(values.birth).replaceAll("-", ""));
        expect(Number(number[16]) % 2 === 1 ? "1" : "2").toBe(values.sex);
        const other = seen.get(number);
        if (other !== undefined) expect(has(made, "countedTwice") && has(other, "countedTwice")).toBe(true);
        seen.set(number, made);
      }
  });

  it("have families whose ages fit", () => {
    for (const made of all.filter((one) => !has(one, "twoHeads", "noHead", "bornWrong"))) {
      const [head, ...others] = made.people.map(({ values }) => ({ is: values.relation, age: ageOf(values) }));
      expect(head?.is).toBe(relation.head);
      const age = head?.age ?? 0;
      expect(age).toBeGreaterThanOrEqual(22);
      for (const one of others) {
        const years = one.age - age;
        if (one.is === relation.son || one.is === relation.daughter) expect(years).toBeLessThanOrEqual(-18);
        if (one.is === relation.grandson || one.is === relation.granddaughter) expect(years).toBeLessThanOrEqual(-36);
        if (one.is === relation.father || one.is === relation.mother) expect(years).toBeGreaterThanOrEqual(18);
        if (one.is === relation.spouse) expect(Math.abs(years)).toBeLessThanOrEqual(8);
        expect(one.age).toBeLessThanOrEqual(100);
      }
    }
  });

  it("have children at school and nobody under 16 at work", () => {
    for (const made of all)
      for (const { values } of made.people) {
        const age = ageOf(values);
        if (has(made, "bornWrong", "studentOverAge")) continue;
        if (age >= 6 && age < 16) expect(values.atSchool).not.toBe("no");
        if (age < 16) expect(values.workPlace).toBeUndefined();
        if (age > 23) expect(values.atSchool).toBe("no");
      }
  });

  it("are on help where they are poor, for causes that are so and that a measure answers", () => {
    for (const made of all.filter((one) => one.planted.length === 0)) {
      const { values, people } = made;
      const perHead = incomePerHead(values, people.length);
      expect([made.number, perHead < monitoringLineFen]).toEqual([made.number, values.monitored !== undefined]);
      if (values.cause === undefined) continue;
      const cause = causeOf(String(values.cause));
      const measures = Array.isArray(values.helpKinds) ? values.helpKinds : [];
      expect(measuresFor[cause].some((measure) => measures.includes(helpKind[measure]))).toBe(true);
      if (cause === "illness") expect(people.some((one) => one.values.illness !== undefined)).toBe(true);
      if (cause === "disability") expect(people.some((one) => one.values.disabilityKind !== undefined)).toBe(true);
    }
  });
});

function faultsOf(of: SubjectKind, values: Values): string[] {
  const fields = new Map(fieldsOfKind(countyForm, of).map((field) => [field.id, field]));
  const missing = [...fields.values()].filter(({ id, required }) => required === true && values[id] === undefined);
  const wrong = Object.entries(values).filter(([id, value]) => {
    const field = fields.get(id);
    return field === undefined || checkValue(field, value) !== undefined;
  });
  return [...missing.map(({ id }) => id), ...wrong.map(([id, value]) => `${id}: ${String(value)}`)];
}

function ageOf(values: Values): number {
  return ageAt(String(values.birth), county.day);
}

function causeOf(code: string): Cause {
  const found = Object.entries(causeCodes).find(([, one]) => one === code);
  if (found === undefined) throw new RangeError(`no cause has the code ${code}`);
  return found[0] as Cause;
}
