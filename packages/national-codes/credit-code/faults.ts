import { type CodeFault, faultsOf } from "../fault.ts";

/** Why something is no unified social credit code. */
export const creditCodeFaults = {
  EMPTY: { en: "There is no credit code.", zh: "没有填统一社会信用代码" },
  CHARACTER: {
    en: "Place {position} of the credit code is “{character}”, which the code never has.",
    zh: "统一社会信用代码第 {position} 位是“{character}”，代码里没有这个字符",
  },
  LOOKALIKE: {
    en: "Place {position} of the credit code is the letter {character}, which the code never has; it may be {likely}.",
    zh: "统一社会信用代码第 {position} 位是字母 {character}，代码里不用它，可能是 {likely}",
  },
  TOO_SHORT: {
    en: "The credit code has {length} characters, {missing} short.",
    zh: "统一社会信用代码少 {missing} 位，只有 {length} 位",
  },
  TOO_LONG: {
    en: "The credit code has {length} characters, {extra} too many.",
    zh: "统一社会信用代码多 {extra} 位，有 {length} 位",
  },
  DIVISION: {
    en: "Places 3 to 8 are a division's code, digits only; they are {digits}.",
    zh: "第 3 至 8 位是区划代码，只能是数字，表里是 {digits}",
  },
  CHECK_CHARACTER: {
    en: "The check character should be {expected}; it is {found}.",
    zh: "校验位应为 {expected}，表里是 {found}",
  },
} as const;

export type CreditCodeFault = CodeFault<keyof typeof creditCodeFaults>;

export const creditCodeFault = faultsOf(creditCodeFaults);
