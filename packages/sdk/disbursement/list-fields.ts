import { isNumber64 } from "@mingbai/codec/number64";
import type { Field } from "@mingbai/tabular/mapping/field";
import type { ListField } from "./list-row.ts";

function knownAs(text: string): string[] {
  return text.split(",").map((name) => name.trim());
}

function share(cells: ReadonlySet<string>, form: RegExp): number {
  const fitting = [...cells].filter((cell) => form.test(cell.trim())).length;
  return cells.size === 0 ? 0 : fitting / cells.size;
}

/** Number of an account on the ledger as people write it: hexadecimal, perhaps in groups of four. */
export const payeeForm = /^[0-9a-f]{4}([ -]?)[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{4}$/i;
/** The number as the ledger has it. */
export function plainAccount(account: string): string {
  if (isNumber64(account)) return account;
  return account.replaceAll(/[ -]/g, "").toLowerCase();
}

/** Max34Text of ISO 20022 without spaces: card numbers, IBANs, numbers of Chinese banks. */
export const bankAccountForm = /^[0-9A-Za-z-]{5,34}$/;

/** The columns of a list of people to be paid, with the names that offices give them. */
export const fields: readonly Field<ListField>[] = [
  {
    name: "payee",
    label: { en: "account on the ledger", zh: "账本账号" },
    synonyms: knownAs(
      "账本账号, 明白账号, 账户编号, 账号, ledger account, payee account, account number, account, payee",
    ),
    content: ({ distinct }) => share(distinct, payeeForm),
    byContent: true,
    never: /\b(?:bank|iban|card)\b|银行|卡号/,
  },
  {
    name: "name",
    label: { en: "name", zh: "姓名" },
    synonyms: knownAs("姓名, 收款人, 户主姓名, 名称, 收款人姓名, name, payee name, full name, beneficiary, recipient"),
    content: ({ wordShare }) => (wordShare >= 0.5 ? 0.9 : 0.3),
    never: /\b(?:id|account|number|no)\b|号/,
  },
  {
    name: "amount",
    label: { en: "amount", zh: "金额" },
    synonyms: knownAs(
      "金额, 发放金额, 实发金额, 应发金额, 补助金额, 支付金额, amount, amount paid, payment amount, sum",
    ),
    content: ({ amountShare }) => (amountShare < 0.5 ? 0.3 : 0.9),
  },
  {
    name: "purpose",
    label: { en: "purpose", zh: "用途" },
    synonyms: knownAs("用途, 事由, 摘要, 类别, 补助类别, 说明, purpose, description, narrative, category, details"),
    content: ({ wordShare }) => (wordShare >= 0.3 ? 0.8 : 0.4),
  },
  {
    name: "reference",
    label: { en: "reference", zh: "编号" },
    synonyms: knownAs(
      "编号, 流水号, 单号, 序号, 业务编号, reference, ref, payment reference, number, transaction reference",
    ),
    content: ({ codeShare }) => (codeShare >= 0.5 ? 0.9 : 0.5),
    never: /\b(?:account|bank|phone)\b|账号|账户|电话|身份/,
  },
  {
    name: "bankAccount",
    label: { en: "bank account", zh: "银行账号" },
    synonyms: knownAs(
      "银行账号, 银行卡号, 卡号, 开户账号, 收款银行账号, bank account, bank account number, iban, card number",
    ),
    content: ({ distinct }) => (distinct.size === 0 ? 1 : Math.max(0.3, share(distinct, bankAccountForm))),
  },
];
