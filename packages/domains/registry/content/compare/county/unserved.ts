/** The opposite: hardship that departments know of, and no help answers. Asked of files, and of people without one. */
import type { ContradictionRule } from "../rule-set.ts";
import { isOnHelp } from "./on-help.ts";

/** What a household has after its bills, as the survey counted it, leaves it in need; or nobody has counted. */
const isNotComfortable =
  '!known.exists(s, s.kind == "surveyed" && has(s.perPerson) && s.perPerson * 100 >= limits.incomeLine * limits.nearLinePercent)';

export const unserved: ContradictionRule[] = [
  {
    id: "poorUnhelped",
    title: { en: "Surveyed as poor, without help", zh: "普查收入低，没有帮扶" },
    of: "household",
    facts: ["surveyed"],
    where: "fact.perPerson < limits.incomeLine",
    when: `facts.size() > 0 && !${isOnHelp}`,
    level: "yellow",
    fields: ["monitored"],
    names: {
      perPerson: { is: "facts[0].perPerson", as: "fen" },
      line: { is: "limits.incomeLine", as: "fen" },
      asOf: { is: "facts[0].asOf", as: "day" },
    },
    says: {
      en: "The survey of {asOf} found an income of {perPerson} a head; the line is {line}. The household is on no help.",
      zh: "{asOf}普查人均收入 {perPerson} 元，监测线是 {line} 元，这户没有监测，也没有救助",
    },
    action: {
      en: "Visit, count the income of twelve months, and begin monitoring if need be.",
      zh: "入户核算十二个月收入，够条件就纳入",
    },
    opposite: true,
  },
  {
    id: "illUnhelped",
    title: { en: "Large medical bills, without help", zh: "医疗支出大，没有帮扶" },
    of: "household",
    facts: ["medicalBill", "surveyed"],
    where: 'fact.kind == "medicalBill" && has(fact.amount) && fact.year >= yearOf(day) - 1',
    when: `sum(facts.map(f, f.amount)) >= limits.medicalLine && ${isNotComfortable} && !${isOnHelp}`,
    level: "yellow",
    fields: ["monitored", "spentMedical"],
    names: {
      amount: { is: "sum(facts.map(f, f.amount))", as: "fen" },
      line: { is: "limits.medicalLine", as: "fen" },
    },
    says: {
      en: "The household paid {amount} for hospitals since last year; the line is {line}. It is on no help.",
      zh: "去年以来这户自付医疗费 {amount} 元，标准是 {line} 元，没有监测，也没有救助",
    },
    action: { en: "Visit; ask about debts and what treatment is still to come.", zh: "入户看病情、欠债和后续治疗费" },
    opposite: true,
  },
  {
    id: "disabledUnhelped",
    title: { en: "Severe disability, without help", zh: "重度残疾，没有帮扶" },
    of: "household",
    facts: ["helpGiven", "surveyed"],
    where: 'fact.kind == "helpGiven" && fact.help == "cancan"',
    when: `(facts.size() > 0 || people.exists(one, has(one.disabilityGrade) && one.disabilityGrade in limits.severeGrades)) && ${isNotComfortable} && !${isOnHelp}`,
    level: "yellow",
    fields: ["monitored"],
    says: {
      en: "Somebody in the household is severely disabled; the household is on no help.",
      zh: "户内有重度残疾人，这户没有监测，也没有救助",
    },
    action: {
      en: "Visit; ask who cares for the person and what the household lives on.",
      zh: "入户看谁照料、靠什么生活",
    },
    opposite: true,
  },
  {
    id: "unsafeHouse",
    title: { en: "Dangerous house, without help", zh: "D 级危房，没有措施" },
    of: "household",
    facts: ["helpGiven"],
    where: 'fact.help == "housing"',
    when: 'h.houseGrade == "D" && facts.size() == 0 && !(has(h.helpKinds) && "housing" in h.helpKinds)',
    level: "yellow",
    fields: ["houseGrade", "helpKinds"],
    says: {
      en: "The house was judged dangerous as a whole, and no measure is about it.",
      zh: "住房鉴定为 D 级，没有危房改造措施",
    },
    action: { en: "See the house; ask where they live now.", zh: "看房，问现在住在哪里" },
    opposite: true,
  },
  {
    id: "causeUnanswered",
    title: { en: "Cause without a measure", zh: "有致贫原因，没有措施" },
    of: "household",
    facts: [],
    when: `has(h.cause) && (!has(h.helpKinds) || h.helpKinds.size() == 0) && ${isOnHelp}`,
    level: "yellow",
    fields: ["cause", "helpKinds"],
    says: {
      en: "The file names a cause, and no measure answers it.",
      zh: "档案写了致贫原因，没有对应的帮扶措施",
    },
    action: { en: "Ask what was done, and plan what is needed.", zh: "问做过什么，缺的补上计划" },
    opposite: true,
  },
];
