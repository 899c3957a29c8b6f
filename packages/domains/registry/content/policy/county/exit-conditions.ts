/**
 * What holds of whoever leaves monitoring: income steadily above the line, the three guarantees and safe water, and nobody
 * leaves whose household cannot work (中农组发〔2021〕7 号, 风险消除).
 */
import type { PolicyCondition } from "../entry-policy.ts";

export const exitConditions: PolicyCondition[] = [
  {
    id: "steadyIncome",
    title: { en: "Income at the line or above, steadily", zh: "收入稳定达到监测线" },
    when: "lasted.incomeMonths >= needs.incomeMonths",
    names: { months: { is: "lasted.incomeMonths", as: "count" }, needed: { is: "needs.incomeMonths", as: "count" } },
    says: {
      en: "Income has been counted at the line or above for {months} months; {needed} are needed.",
      zh: "收入达到监测线已有 {months} 个月，需要 {needed} 个月",
    },
  },
  {
    id: "observed",
    title: { en: "Observed long enough", zh: "观察期满" },
    when: "lasted.observationMonths >= needs.observationMonths",
    names: {
      months: { is: "lasted.observationMonths", as: "count" },
      needed: { is: "needs.observationMonths", as: "count" },
    },
    says: {
      en: "The household has been monitored for {months} months; {needed} are needed.",
      zh: "已监测 {months} 个月，需要 {needed} 个月",
    },
  },
  {
    id: "safeHouse",
    title: { en: "Safe house", zh: "住房安全" },
    when: 'h.houseGrade in ["A", "B"]',
    names: { grade: { is: "h.houseGrade", as: "text" } },
    says: { en: "The house is of grade {grade}.", zh: "住房鉴定为 {grade} 级" },
  },
  {
    id: "safeWater",
    title: { en: "Safe water", zh: "饮水安全" },
    when: "h.waterSafe",
    says: { en: "Whether the water is safe, as the file has it.", zh: "饮水是否安全，以档案为准" },
  },
  {
    id: "insured",
    title: { en: "All are insured", zh: "都参加了医保" },
    when: 'people.all(one, one.medicalInsurance in ["resident", "employee"])',
    names: {
      insured: {
        is: 'people.filter(one, has(one.medicalInsurance) && one.medicalInsurance in ["resident", "employee"]).size()',
        as: "count",
      },
      people: { is: "people.size()", as: "count" },
    },
    says: { en: "{insured} of {people} people are insured.", zh: "{people} 人里有 {insured} 人参加医保" },
  },
  {
    id: "atSchool",
    title: { en: "All of school age are at school", zh: "义务教育有保障" },
    when: 'people.all(one, ageAt(one.birth, day) < 6 || ageAt(one.birth, day) >= 16 || one.atSchool != "no")',
    names: {
      count: {
        is: "people.filter(one, has(one.birth) && ageAt(one.birth, day) >= 6 && ageAt(one.birth, day) < 16).size()",
        as: "count",
      },
    },
    says: { en: "{count} people are of school age.", zh: "义务教育年龄的有 {count} 人" },
  },
  {
    id: "canWork",
    title: { en: "Somebody can work", zh: "户内有劳动力" },
    when: 'people.exists(one, one.workAbility in ["1", "2", "3"])',
    names: {
      count: {
        is: 'people.filter(one, has(one.workAbility) && one.workAbility in ["1", "2", "3"]).size()',
        as: "count",
      },
    },
    says: { en: "{count} people can work.", zh: "有劳动能力的有 {count} 人" },
  },
  {
    id: "nothingRed",
    title: { en: "Nothing red is open", zh: "没有未核实的红色比对结果" },
    when: "reasons.red == 0",
    names: { count: { is: "reasons.red", as: "count" } },
    says: { en: "{count} red reasons of the comparison are open.", zh: "未核实的红色比对结果有 {count} 条" },
  },
];
