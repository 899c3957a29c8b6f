import type { FaultCode, ListField, RowFault } from "./list-row.ts";

interface Both {
  readonly en: string;
  readonly zh: string;
}

/** What a field is called. */
export const fieldWords: Readonly<Record<ListField, Both>> = {
  payee: { en: "account", zh: "账本账号" },
  name: { en: "name", zh: "姓名" },
  amount: { en: "amount", zh: "金额" },
  purpose: { en: "purpose", zh: "用途" },
  reference: { en: "reference", zh: "编号" },
  bankAccount: { en: "bank account", zh: "银行账号" },
};

type Say = (
  values: RowFault["values"],
  money: (minor: number) => string,
) => { readonly what: Both; readonly todo: Both };

const mend: Both = { en: "Correct the file", zh: "改表" };

const words: Readonly<Record<FaultCode, Say>> = {
  PAYEE_MISSING: () => ({ what: { en: "the account is missing", zh: "没有填账号" }, todo: mend }),
  PAYEE_FORM: ({ length }) => ({
    what: {
      en: `an account has 16 characters 0–9, a–f; here are ${length}`,
      zh: `账号是 16 位的 0–9、a–f，表里有 ${length} 位`,
    },
    todo: mend,
  }),
  DIGITS_LOST: () => ({
    what: {
      en: "Excel kept only 15 digits of this number",
      zh: "Excel 只留住了 15 位数字，后面的已经变成 0",
    },
    todo: {
      en: "Make the column text and enter the number again",
      zh: "把这一列设为文本，重新填号码",
    },
  }),
  NAME_MISSING: () => ({ what: { en: "the name is missing", zh: "没有填姓名" }, todo: mend }),
  AMOUNT_FORM: ({ cell }) => ({
    what:
      cell === ""
        ? { en: "the amount is missing", zh: "没有填金额" }
        : { en: `“${cell}” is no amount`, zh: `“${cell}”不是金额` },
    todo: mend,
  }),
  AMOUNT_NOT_POSITIVE: () => ({ what: { en: "the amount is not above zero", zh: "金额不大于零" }, todo: mend }),
  TEXT_TOO_LONG: ({ most }) => ({
    what: { en: `more than ${most} characters`, zh: `超过 ${most} 个字` },
    todo: { en: "Shorten it", zh: "写短些" },
  }),
  ACCOUNT_FORM: () => ({
    what: { en: "a bank account has 5 to 34 letters and digits", zh: "银行账号是 5 到 34 位数字或字母" },
    todo: { en: "Ask the person", zh: "请本人确认" },
  }),
  ROW_DOUBLE: ({ first }) => ({
    what: { en: `same person and purpose as row ${first}`, zh: `与第 ${first} 行是同一人、同一用途` },
    todo: { en: "Remove one of them", zh: "去掉一行" },
  }),
  NOT_ON_LIST: () => ({
    what: { en: "not on the approved list", zh: "不在批准的名单里" },
    todo: { en: "Have it approved first", zh: "先报批" },
  }),
  OVER_LIST_AMOUNT: ({ most }, money) => ({
    what: { en: `the approved list has ${money(Number(most))}`, zh: `批准的名单里是 ${money(Number(most))}` },
    todo: mend,
  }),
  LIST_FULL: ({ most }) => ({
    what: { en: `one list pays at most ${most} rows`, zh: `一份清单最多发 ${most} 行` },
    todo: { en: "Put it on another list", zh: "另做一份" },
  }),
};

/** What is wrong with a row and what to do, in both languages. `money` spells minor units. */
export function faultWords({ code, values }: RowFault, money: (minor: number) => string): { what: Both; todo: Both } {
  return words[code](values, money);
}
