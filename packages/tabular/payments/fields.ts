import { findCurrency } from "../columns/currency.ts";
import type { Field } from "../mapping/field.ts";
import type { ColumnProfile } from "../mapping/profile-column.ts";
import type { PaymentField } from "./payment.ts";

const text = (profile: ColumnProfile): number => (profile.wordShare >= 0.5 ? 0.6 : 0.2);
const money = (profile: ColumnProfile): number => (profile.amountShare < 0.5 ? 0 : 0.4 + 0.6 * profile.moneyShare);
const fewTexts = (profile: ColumnProfile): number =>
  profile.wordShare < 0.5 ? 0.1 : profile.distinctShare < 0.5 ? 0.9 : 0.5;
const codes = (profile: ColumnProfile): number => (profile.codeShare >= 0.5 ? 0.9 : 0.4);

/** Capital or revenue, as publishers write it. */
const spendingKinds =
  /^(?:c|r|cap(?:ital)?|rev(?:enue)?|capex|opex|资本(?:性)?(?:支出)?|经常性(?:支出)?|基本支出|项目支出)$/i;

function kinds(profile: ColumnProfile): number {
  const known = [...profile.distinct].filter((cell) => spendingKinds.test(cell)).length;
  return profile.distinct.size > 0 && known === profile.distinct.size ? 1 : known > 0 ? 0.7 : 0;
}

function names(profile: ColumnProfile): number {
  if (profile.wordShare < 0.5 || profile.filledShare < 0.5) return 0.2;
  return profile.distinctShare > 0.05 ? 0.85 : 0.4;
}

/** Names apart by commas, the most telling first. */
function knownAs(text: string): string[] {
  return text.split(",").map((name) => name.trim());
}

/** The fields of a published payment with the names that publishers give them. */
export const fields: readonly Field<PaymentField>[] = [
  {
    name: "body",
    label: { en: "payer body", zh: "付款单位" },
    synonyms: knownAs(`body name, body, organisation name, organisation, organization, authority, council name, entity,
      department family, payer, public body, local authority, 付款单位, 支付单位, 预算单位, 单位名称, 采购单位, 采购人`),
    content: (profile) =>
      (profile.distinct.size === 1 ? 1 : profile.distinctShare < 0.1 ? 0.7 : 0.3) *
      (profile.wordShare >= 0.5 ? 1 : 0.2),
    never: /\b(?:supplier|vendor|payee|code|id)\b/,
  },
  {
    name: "area",
    label: { en: "service area (fund)", zh: "业务科室（资金）" },
    synonyms:
      knownAs(`service area, organisational unit, organizational unit, service, directorate, department, division,
      service division, service label, business unit, portfolio, section, cost centre name, cost centre
      description, cost center, cost centre, entity name, fund, 专项资金, 资金名称, 资金来源, 科室, 部门, 业务科室, 功能分类`),
    content: fewTexts,
    never: /\b(?:code|id|number|no)\b/,
  },
  {
    name: "category",
    label: { en: "category", zh: "支出类别" },
    synonyms: knownAs(`expenditure category, expenditure type, expense type, category, expenditure category description,
      subjective description, subjective, expense area, procurement category, proclass, account description,
      nature of expenditure, expenditure, category name, 支出类别, 经济分类, 支出科目, 类别, 项目类别, 费用类型`),
    content: fewTexts,
    never: /\b(?:code|id|number|no)\b/,
  },
  {
    name: "categoryCode",
    label: { en: "category code", zh: "类别编码" },
    synonyms:
      knownAs(`expenditure code, category code, expense code, subjective code, account code, nominal code, ledger code,
      gl code, proclass code, cost centre code, detail code, 科目编码, 科目代码, 分类编码, 支出科目编码`),
    content: codes,
  },
  {
    name: "date",
    label: { en: "date of payment", zh: "支付日期" },
    synonyms:
      knownAs(`payment date, paid date, date paid, date of payment, date, clearing date, clearance date, transaction
      date, effective date, posting date, ledger date, cheque date, invoice date, 支付日期, 付款日期, 支付时间, 付款时间,
      拨付日期, 交易日期, 日期, 时间`),
    content: (profile) => profile.dateShare,
    byContent: true,
  },
  {
    name: "reference",
    label: { en: "transaction reference", zh: "流水号" },
    synonyms:
      knownAs(`transaction number, transaction no, trans no, transaction reference, transaction id, payment reference,
      payment number, reference, ref, voucher number, document number, internal reference, invoice number,
      invoice reference, 交易流水号, 凭证号, 支付凭证号, 流水号, 交易编号, 发票号, 编号`),
    content: (profile) => (profile.distinctShare > 0.5 ? 1 : 0.5) * (profile.codeShare >= 0.5 ? 1 : 0.6),
    never: /\b(?:supplier|vendor|payee)\b/,
  },
  {
    name: "amount",
    label: { en: "amount", zh: "金额" },
    synonyms:
      knownAs(`amount, amount paid, payment amount, paid amount, transaction amount, total amount, amount gbp, gross
      amount, gross, amount inc vat, amount including vat, invoice amount, line amount, value, net amount,
      net, amount exc vat, amount excluding vat, amount ex vat, net value, spend, total, 支付金额, 付款金额, 拨付金额,
      发放金额, 实发金额, 金额, 合计金额`),
    content: money,
    byContent: true,
    never:
      /^(?:.*\b)?(?:irrecoverable|recoverable)\b.*|^(?:vat|tax|vat amount|tax amount|amount vat|vat value)$|^税额$/,
  },
  {
    name: "debit",
    label: { en: "debit (paid)", zh: "借方（付出）" },
    synonyms: knownAs(`debit, debit amount, dr, dr amount, paid out, money out, withdrawal, 借方, 借方金额, 支出金额`),
    content: money,
  },
  {
    name: "credit",
    label: { en: "credit (came back)", zh: "贷方（退回）" },
    synonyms: knownAs(`credit, credit amount, cr, cr amount, paid in, money in, 贷方, 贷方金额, 收入金额`),
    content: money,
    never: /\b(?:card|note)\b/,
  },
  {
    name: "kind",
    label: { en: "capital or revenue", zh: "资本性或经常性" },
    synonyms:
      knownAs(`capital or revenue, cap or rev, capital revenue, revenue capital, revenue or capital, type, expenditure
      kind, spend type, 资本性或经常性, 支出性质`),
    content: kinds,
  },
  {
    name: "supplierId",
    label: { en: "supplier number", zh: "供应商编号" },
    synonyms:
      knownAs(`supplier id, supplier number, supplier no, supplier code, vendor id, vendor number, vendor no, vendor
      code, payee id, creditor number, creditor id, supplier reference, 供应商编码, 供应商编号, 供应商代码, 收款人编号, 统一社会信用代码`),
    content: codes,
    never: /\b(?:name|postcode|vat|charity|company)\b/,
  },
  {
    name: "supplierName",
    label: { en: "supplier name", zh: "供应商名称" },
    synonyms:
      knownAs(`supplier name, supplier, vendor name, vendor, payee name, payee, creditor name, creditor, beneficiary,
      beneficiary name, merchant name, merchant, recipient, recipient name, company name, paid to, 供应商名称, 供应商,
      收款人名称, 收款人, 收款单位, 收款方, 收款人全称, 中标供应商, 姓名, 名称`),
    content: names,
    byContent: true,
    never: /\b(?:id|code|number|no|type|postcode|category)\b/,
  },
  {
    name: "description",
    label: { en: "description", zh: "用途" },
    synonyms:
      knownAs(`description, narrative, purpose, purpose of expenditure, purpose of spend, details, payment description,
      item text, summary of purpose, line description, 用途, 摘要, 支付用途, 说明, 备注, 项目名称`),
    content: text,
  },
  {
    name: "currency",
    label: { en: "currency", zh: "币种" },
    synonyms: knownAs("currency, currency code, payment currency, transaction currency, ccy, 币种, 货币, 币别"),
    content: (profile) => {
      const known = [...profile.distinct].filter((cell) => findCurrency(cell) !== undefined).length;
      return profile.distinct.size === 0 ? 0 : known / profile.distinct.size;
    },
  },
];
