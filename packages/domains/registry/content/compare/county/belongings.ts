/** What people have, or are paid, that a household on help seldom has. */
import type { ContradictionRule } from "../rule-set.ts";
import { isOnHelp } from "./on-help.ts";

const isOpenOwner = 'fact.state == "open" && fact.role in ["owner", "shareholder"]';

export const belongings: ContradictionRule[] = [
  {
    id: "company",
    title: { en: "Has a company", zh: "名下有公司" },
    of: "person",
    facts: ["company"],
    // A fact without a credit code may be about a cooperative; `business` asks about it.
    where: `${isOpenOwner} && !limits.cooperatives.exists(c, fact.creditCode.startsWith(c)) && !limits.smallBusinesses.exists(c, fact.creditCode.startsWith(c))`,
    when: `facts.size() > 0 && ${isOnHelp}`,
    level: "red",
    fields: ["incomeBusiness"],
    names: {
      company: { is: "facts[0].company", as: "text" },
      role: { is: "facts[0].role", as: "code" },
      asOf: { is: "facts[0].asOf", as: "day" },
      count: { is: "facts.size()", as: "count" },
    },
    says: {
      en: "{name} is {role} of {company}, open on {asOf} ({count} in all).",
      zh: "{name} 是 {company} 的{role}，{asOf}仍存续（共 {count} 家）",
    },
    action: {
      en: "Ask whether it does business, or somebody used the person's papers. See licence and accounts.",
      zh: "问公司是否在经营、是否被人冒用身份，看营业执照和账目",
    },
  },
  {
    id: "executive",
    title: { en: "Is an executive of a company", zh: "在公司任高管" },
    of: "person",
    facts: ["company"],
    where:
      'fact.state == "open" && fact.role == "executive" && !limits.cooperatives.exists(c, fact.creditCode.startsWith(c))',
    when: `facts.size() > 0 && ${isOnHelp}`,
    level: "yellow",
    fields: ["employer", "wageYear"],
    names: { company: { is: "facts[0].company", as: "text" }, asOf: { is: "facts[0].asOf", as: "day" } },
    says: {
      en: "{name} was an executive of {company} on {asOf}.",
      zh: "{asOf}，{name} 在 {company} 任高管",
    },
    action: {
      en: "Ask whether the person works there and is paid, or only lent their name.",
      zh: "问是否真在那里做事领工资，还是只挂名",
    },
  },
  {
    id: "business",
    title: { en: "Has a small business", zh: "名下有小生意" },
    of: "person",
    facts: ["company"],
    where: `${isOpenOwner} && (!has(fact.creditCode) || limits.smallBusinesses.exists(c, fact.creditCode.startsWith(c)))`,
    when: `facts.size() > 0 && (!has(h.incomeBusiness) || h.incomeBusiness == 0) && ${isOnHelp}`,
    level: "yellow",
    fields: ["incomeBusiness"],
    names: { company: { is: "facts[0].company", as: "text" }, asOf: { is: "facts[0].asOf", as: "day" } },
    says: {
      en: "{name} ran {company} on {asOf}; the file says no income from business.",
      zh: "{asOf}，{name} 名下有 {company}，档案里没有做生意的收入",
    },
    action: { en: "See whether it is open and what it brings in a year.", zh: "看是否还在开，一年大约赚多少" },
  },
  {
    id: "car",
    title: { en: "Has a car", zh: "名下有小汽车" },
    of: "person",
    facts: ["vehicle"],
    where: 'fact.state == "valid" && !(fact.vehicle in limits.carExceptions)',
    when: `facts.size() > 0 && ${isOnHelp}`,
    level: "red",
    fields: ["vehicles"],
    names: {
      vehicle: { is: "facts[0].vehicle", as: "code" },
      asOf: { is: "facts[0].asOf", as: "day" },
      count: { is: "facts.size()", as: "count" },
    },
    says: {
      en: "A {vehicle} is registered to {name}, valid on {asOf} ({count} in all).",
      zh: "{name} 名下有{vehicle}，{asOf}状态正常（共 {count} 辆）",
    },
    action: {
      en: "See the vehicle and its papers; ask who bought and who drives it.",
      zh: "看车和行驶证，问是谁买的、谁在开",
    },
  },
  {
    id: "secondHome",
    title: { en: "Has a second home", zh: "有第二套房" },
    of: "household",
    facts: ["house"],
    where: "known.exists(other, other.place != fact.place)",
    when: `facts.exists(f, f.use == "commercial") && ${isOnHelp}`,
    level: "red",
    fields: ["houseStructure", "houseArea"],
    names: {
      place: { is: 'facts.filter(f, has(f.use) && f.use == "commercial")[0].place', as: "text" },
      area: { is: 'facts.filter(f, has(f.use) && f.use == "commercial")[0].area', as: "hundredths" },
    },
    says: {
      en: "Besides another house the household has a bought flat of {area} m² at {place}.",
      zh: "除了另一处住房，这户在 {place} 还有 {area} 平方米的商品房",
    },
    action: { en: "Ask who lives in each, and how the flat was paid for.", zh: "问两处各是谁住，商品房的钱怎么来的" },
  },
  {
    id: "publicSalary",
    title: { en: "Paid from the public purse", zh: "财政供养人员" },
    of: "person",
    facts: ["publicSalary"],
    where: "fact.monthly >= limits.publicSalaryLine",
    when: `facts.size() > 0 && ${isOnHelp}`,
    level: "red",
    fields: ["employer", "wageYear"],
    names: {
      employer: { is: "facts[0].employer", as: "text" },
      monthly: { is: "facts[0].monthly", as: "fen" },
      asOf: { is: "facts[0].asOf", as: "day" },
    },
    says: {
      en: "{name} was paid {monthly} a month by {employer} on {asOf}.",
      zh: "{asOf}，{name} 在 {employer} 领财政工资，每月 {monthly} 元",
    },
    action: {
      en: "Ask what the work is, since when, and whether it is a public-service post.",
      zh: "问做什么工作、从什么时候起，是不是公益岗位",
    },
  },
  {
    id: "deposit",
    title: { en: "Savings above the line", zh: "存款超过标准" },
    of: "household",
    facts: ["deposit"],
    where: "fact.amount > 0",
    when: `sum(facts.map(f, f.amount)) > limits.depositLine && ${isOnHelp}`,
    level: "red",
    fields: ["savings"],
    names: {
      amount: { is: "sum(facts.map(f, f.amount))", as: "fen" },
      line: { is: "limits.depositLine", as: "fen" },
      asOf: { is: "facts[0].asOf", as: "day" },
    },
    says: {
      en: "The household has {amount} at banks on {asOf}; the line is {line}.",
      zh: "{asOf}，这户在银行有存款 {amount} 元，标准是 {line} 元",
    },
    action: {
      en: "Ask where the money is from: compensation, a loan, money of others kept for them.",
      zh: "问钱的来历：赔偿款、借款，还是替别人存的",
    },
  },
];
