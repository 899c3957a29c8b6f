import { type CodeFault, faultsOf } from "../fault.ts";

/** Why something is no identity number. */
export const identityFaults = {
  EMPTY: { en: "There is no ID number.", zh: "没有填身份证号" },
  NOTATION: {
    en: "“{text}” is a spreadsheet's short form; its last digits are lost. Enter it again from the document.",
    zh: "“{text}”是电子表格的科学计数，末几位已丢失，请按证件重录",
  },
  CHARACTER: {
    en: "Place {position} of the ID number is “{character}”; a digit belongs there.",
    zh: "身份证号第 {position} 位是“{character}”，应为数字",
  },
  TOO_SHORT: {
    en: "The ID number has {length} digits, {missing} short.",
    zh: "身份证号少 {missing} 位，只有 {length} 位",
  },
  TOO_LONG: { en: "The ID number has {length} digits, {extra} too many.", zh: "身份证号多 {extra} 位，有 {length} 位" },
  PROVINCE: { en: "{digits} at the start is no province's code.", zh: "开头 {digits} 不是省级区划代码" },
  BIRTH_DATE: { en: "There is no such date of birth as {date}.", zh: "出生日期 {date} 不存在" },
  BIRTH_TOO_EARLY: { en: "Born in {year} is too early.", zh: "出生年份 {year} 太早" },
  BIRTH_LATER: { en: "The date of birth {date} is after {latest}.", zh: "出生日期 {date} 晚于 {latest}" },
  ROUNDED: {
    en: "The ID number ends in 000 and its check digit should be {expected}: a spreadsheet seems to have rounded it. Enter it again from the document.",
    zh: "身份证号末三位是 000，校验位应为 {expected}，多半是电子表格把号码当数字存，丢了末三位，请按证件重录",
  },
  CHECK_DIGIT: {
    en: "The check digit should be {expected}; it is {found}.",
    zh: "校验位应为 {expected}，表里是 {found}",
  },
} as const;

export type IdentityFault = CodeFault<keyof typeof identityFaults>;

export const identityFault = faultsOf(identityFaults);
