/** Figures of the file that departments know otherwise. None of these is red: people err, and lists are of another day. */
import type { ContradictionRule } from "../rule-set.ts";
import { isYearOfFile } from "./year-of-file.ts";

const total = "sum(facts.map(f, f.amount))";
const wagesOfOthers = "sum(people.map(one, has(one.wageYear), one.wageYear))";
/** A person's own, else what the household has besides the wages that the file gives to others. */
const fileWage = `(has(p.wageYear) ? p.wageYear : has(h.incomeWages) && h.incomeWages > ${wagesOfOthers} ? h.incomeWages - ${wagesOfOthers} : 0)`;
const isBeyond = (more: string, less: string) =>
  `(${more} - ${less} > limits.moneyTolerance && (${more} - ${less}) * 100 > ${more} * limits.moneyTolerancePercent)`;

export const figures: ContradictionRule[] = [
  {
    id: "wages",
    title: { en: "Wages are not in the file", zh: "工资没有记全" },
    of: "person",
    facts: ["wage"],
    where: `has(fact.amount) && ${isYearOfFile}`,
    when: `facts.size() > 0 && ${isBeyond(total, fileWage)}`,
    level: "yellow",
    fields: ["wageYear", "incomeWages"],
    names: {
      amount: { is: total, as: "fen" },
      file: { is: fileWage, as: "fen" },
      year: { is: "facts[0].year", as: "count" },
    },
    says: {
      en: "Wages of {amount} were declared for {name} in {year}; the file says {file}.",
      zh: "{year} 年，{name} 申报工资 {amount} 元，档案里是 {file} 元",
    },
    action: { en: "Ask about work and wages of that year.", zh: "问那一年在哪里做工、领了多少" },
  },
  {
    id: "medicalBills",
    title: { en: "Medical bills differ", zh: "看病自付不一致" },
    of: "household",
    facts: ["medicalBill"],
    where: `has(fact.amount) && ${isYearOfFile}`,
    when: `facts.size() > 0 && (${isBeyond(total, "h.spentMedical")} || ${isBeyond("h.spentMedical", total)})`,
    level: "yellow",
    fields: ["spentMedical"],
    names: {
      amount: { is: total, as: "fen" },
      file: { is: "h.spentMedical", as: "fen" },
      year: { is: "facts[0].year", as: "count" },
    },
    says: {
      en: "Own medical bills of {year} are {amount} by the insurance; the file says {file}.",
      zh: "医保记的 {year} 年自付是 {amount} 元，档案里是 {file} 元",
    },
    action: { en: "See the bills; those of pharmacies are in no list.", zh: "看票据；药店买药不在医保名单里" },
  },
  {
    id: "farmland",
    title: { en: "Farmland differs", zh: "耕地面积不一致" },
    of: "household",
    facts: ["farmland"],
    where: "has(fact.mu)",
    when: "facts.size() > 0 && (sum(facts.map(f, f.mu)) - h.farmland > limits.landTolerance || h.farmland - sum(facts.map(f, f.mu)) > limits.landTolerance)",
    level: "yellow",
    fields: ["farmland"],
    names: {
      mu: { is: "sum(facts.map(f, f.mu))", as: "hundredths" },
      file: { is: "h.farmland", as: "hundredths" },
      asOf: { is: "facts[0].asOf", as: "day" },
    },
    says: {
      en: "{mu} mu of farmland are contracted on {asOf}; the file says {file}.",
      zh: "{asOf}，确权承包耕地 {mu} 亩，档案里是 {file} 亩",
    },
    action: {
      en: "See the contract; ask about land given up or rented out.",
      zh: "看承包经营权证，问有没有流转或退出",
    },
  },
  {
    id: "pension",
    title: { en: "Pension is not in the file", zh: "养老金没有记" },
    of: "person",
    facts: ["insurance"],
    where: "fact.scheme in limits.pensionSchemes && fact.monthly > 0",
    when: "facts.size() > 0 && (!has(h.incomePension) || h.incomePension == 0)",
    level: "yellow",
    fields: ["incomePension", "pension"],
    names: { monthly: { is: "sum(facts.map(f, f.monthly))", as: "fen" }, asOf: { is: "facts[0].asOf", as: "day" } },
    says: {
      en: "{name} receives a pension of {monthly} a month on {asOf}; the file says none.",
      zh: "{asOf}，{name} 每月领养老金 {monthly} 元，档案里没有记",
    },
    action: { en: "Ask what comes in each month, and write it down.", zh: "问每月到账多少，补进档案" },
  },
];
