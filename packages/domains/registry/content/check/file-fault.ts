import { type FaultValues, faultsOf } from "@mingbai/national-codes/fault";

/** The household as a whole, or the place of a person in it, from 0. */
export type FileSubject = "household" | number;

/** What is wrong with a file as a whole, or asks to be looked at again. */
export interface FileFault {
  readonly subject: FileSubject;
  /** An error keeps a file from being handed in; a doubt asks to look again. */
  readonly level: "error" | "doubt";
  readonly fields: readonly string[];
  /** A declared code; `RULE` for the form's own rules, whose id is in the values. */
  readonly fault: string;
  readonly values: FaultValues;
  readonly en: string;
  readonly zh: string;
}

const checkFaults = {
  NOBODY: { en: "There is nobody in the household.", zh: "这一户没有人" },
  PEOPLE_TOO_MANY: { en: "{count} people; at most {max} are one household.", zh: "这一户有 {count} 人，最多 {max} 人" },
  REQUIRED: { en: "{en} is missing.", zh: "没有填{zh}" },
  IDENTITY_BIRTH: {
    en: "The date of birth is {listed}; by the ID number it is {number}.",
    zh: "出生日期写的是 {listed}，身份证号里是 {number}",
  },
  IDENTITY_SEX: { en: "The sex is not that of the ID number.", zh: "性别和身份证号对不上" },
  PERSON_TWICE: {
    en: "Person {other} of the household has the same ID number.",
    zh: "和这一户的第 {other} 人身份证号相同",
  },
} as const;

export const checkFault = faultsOf(checkFaults);
