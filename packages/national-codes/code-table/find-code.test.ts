import { describe, expect, it } from "vitest";
import { registrationKinds } from "../credit-code/registration-kinds.ts";
import { disabilityGrades } from "../disability/disability-grades.ts";
import { disabilityKinds } from "../disability/disability-kinds.ts";
import { educationLevel } from "../education/education-level.ts";
import { educationRecords } from "../education/education-records.ts";
import { ethnicGroups } from "../ethnic-group/ethnic-groups.ts";
import { healthStates } from "../health/health-states.ts";
import { maritalStatuses } from "../marital/marital-statuses.ts";
import { povertyCauses } from "../poverty/causes.ts";
import { monitoredClasses } from "../poverty/monitored-classes.ts";
import { familyRelations } from "../relation/family-relations.ts";
import { sexes } from "../sex/sexes.ts";
import { codeTable } from "./code-table.ts";
import { findCode } from "./find-code.ts";
import { getCode } from "./get-code.ts";

describe("tables of codes", () => {
  it.each([
    ["sexes", sexes, 4],
    ["marital statuses", maritalStatuses, 8],
    ["states of health", healthStates, 22],
    ["disability kinds", disabilityKinds, 7],
    ["disability grades", disabilityGrades, 4],
    ["education", educationRecords, 40],
    ["ethnic groups", ethnicGroups, 56],
    ["family relations", familyRelations, 84],
    ["causes of poverty", povertyCauses, 11],
    ["monitored households", monitoredClasses, 3],
    ["registrations", registrationKinds, 37],
  ])("%s: each code, name and alias finds its entry", (_name, table, count) => {
    expect(table.entries).toHaveLength(count);
    for (const entry of table.entries)
      for (const word of [entry.code, entry.zh, entry.en, ...entry.aliases])
        expect([word, findCode(table, word)]).toEqual([word, entry]);
  });
});

describe("findCode", () => {
  it.each([
    [familyRelations, "老婆", "10"],
    [familyRelations, " 儿 ", "20"],
    [familyRelations, "户　主", "02"],
    [familyRelations, "０２", "02"],
    [familyRelations, "SPOUSE", "10"],
    [familyRelations, "1", undefined],
    [familyRelations, "媳妇", undefined],
    [educationRecords, "初中毕业", "71"],
    [educationRecords, "初中", "70"],
    [educationRecords, "文盲", "90"],
    [ethnicGroups, "汉", "01"],
    [ethnicGroups, "1", "01"],
    [ethnicGroups, "uygur", "05"],
    [ethnicGroups, "JN", "56"],
    [ethnicGroups, "侗族", "12"],
    [povertyCauses, "因婚", undefined],
    [povertyCauses, "因丧", undefined],
    [povertyCauses, "因病致贫", "1"],
    [monitoredClasses, "边缘户", "2"],
    [sexes, "男", "1"],
    [sexes, "", undefined],
    [sexes, "男女", undefined],
    [sexes, "𠮷", undefined],
    [sexes, "男\u{e0100}", undefined],
  ])("%# finds %o", (table, text, code) => {
    expect(findCode(table, text)?.code).toBe(code);
  });

  it("throws for a table in which one word is two codes", () => {
    const table = codeTable("of a test", [
      ["1", "甲", "A", "one"],
      ["2", "乙", "B", "ONE"],
    ]);
    expect(() => findCode(table, "甲")).toThrow("of a test: ONE is 1 and 2");
  });
});

describe("educationLevel", () => {
  it("is the level's own entry", () => {
    expect(educationLevel(getCode(educationRecords, "71")).zh).toBe("初级中学教育");
    for (const entry of educationRecords.entries) expect(educationLevel(entry).code).toMatch(/^[1-9]0$/);
  });
});

describe("getCode", () => {
  it("throws for a code that is not there", () => {
    expect(() => getCode(sexes, "3")).toThrow(RangeError);
  });
});
