/** What holds of whoever is taken into monitoring. */
import type { PolicyCondition } from "../entry-policy.ts";

export const entryConditions: PolicyCondition[] = [
  {
    id: "income",
    title: { en: "Income below the line", zh: "收入低于监测线" },
    when: "income.isBelow",
    names: { perPerson: { is: "income.perPerson", as: "fen" }, line: { is: "line", as: "fen" } },
    says: {
      en: "Income a head is {perPerson} a year; the line is {line}.",
      zh: "人均年收入 {perPerson} 元，监测线 {line} 元",
    },
  },
  {
    id: "nothingRed",
    title: { en: "Nothing red is open", zh: "没有未核实的红色比对结果" },
    when: "reasons.red == 0",
    names: { count: { is: "reasons.red", as: "count" } },
    says: { en: "{count} red reasons of the comparison are open.", zh: "未核实的红色比对结果有 {count} 条" },
  },
  {
    id: "lives",
    title: { en: "Lives in a village of the county", zh: "住在本县的村" },
    when: "has(h.village)",
    names: { village: { is: "h.village", as: "text" } },
    says: { en: "The village is {village}.", zh: "所在村是 {village}" },
  },
];
