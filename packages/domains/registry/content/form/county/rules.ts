/**
 * What the county's form finds wrong by itself. `h`: the household's values; `p`: the person's; `people`: those of all
 * persons; `day`: the day on which it is checked. A rule about a field that nobody has filled in says nothing.
 */
import type { FormRule } from "../definition.ts";

export const countyRules: FormRule[] = [
  {
    id: "oneHead",
    of: "household",
    when: 'people.filter(p, has(p.relation) && p.relation == "01").size() != 1',
    level: "error",
    fields: ["relation"],
    words: { en: "A household has exactly one head.", zh: "一户要有一位户主，也只有一位" },
  },
  {
    id: "periodOrder",
    of: "household",
    when: "h.incomeTo < h.incomeFrom",
    level: "error",
    fields: ["incomeFrom", "incomeTo"],
    words: { en: "The period ends before it begins.", zh: "收支的止日早于起日" },
  },
  {
    id: "monitoredSince",
    of: "household",
    when: "has(h.monitored) && !has(h.monitoredOn)",
    level: "doubt",
    fields: ["monitoredOn"],
    words: { en: "Since when is it monitored?", zh: "纳入监测了，没有写纳入日期" },
  },
  {
    id: "monitoredCause",
    of: "household",
    when: "has(h.monitored) && !has(h.cause)",
    level: "error",
    fields: ["cause"],
    words: { en: "A monitored household needs its main cause.", zh: "监测对象要写主要致贫原因" },
  },
  {
    id: "rentedLand",
    of: "household",
    when: "h.landRentedOut > h.farmland",
    level: "doubt",
    fields: ["landRentedOut", "farmland"],
    words: { en: "More land is rented out than there is.", zh: "流转出的比耕地还多" },
  },
  {
    id: "landRentWithoutLand",
    of: "household",
    when: "h.incomeLandRent > 0 && !has(h.landRentedOut)",
    level: "doubt",
    fields: ["landRentedOut"],
    words: { en: "Land rent is received; how much land is rented out?", zh: "有流转收入，没有写流转了多少地" },
  },
  {
    id: "bornLater",
    of: "person",
    when: "p.birth > day",
    level: "error",
    fields: ["birth"],
    words: { en: "The day of birth is still to come.", zh: "出生日期还没到" },
  },
  {
    id: "childAtWork",
    of: "person",
    when: 'ageAt(p.birth, day) < 16 && has(p.workPlace) && p.workPlace != "none"',
    level: "doubt",
    fields: ["workPlace", "birth"],
    words: { en: "Under 16 and at work.", zh: "不满 16 岁，却写了在务工" },
  },
  {
    id: "childMarried",
    of: "person",
    when: 'ageAt(p.birth, day) < 18 && has(p.marital) && p.marital != "10"',
    level: "doubt",
    fields: ["marital", "birth"],
    words: { en: "Under 18 and not single.", zh: "不满 18 岁，婚姻状况不是未婚" },
  },
  {
    id: "atSchoolAge",
    of: "person",
    when: 'ageAt(p.birth, day) >= 6 && ageAt(p.birth, day) < 16 && has(p.atSchool) && p.atSchool == "no"',
    level: "doubt",
    fields: ["atSchool"],
    words: { en: "Of school age and not at school.", zh: "义务教育年龄，却不在校" },
  },
  {
    id: "disabilityGrade",
    of: "person",
    when: "has(p.disabilityKind) && !has(p.disabilityGrade)",
    level: "doubt",
    fields: ["disabilityGrade"],
    words: { en: "Which grade has the disability?", zh: "写了残疾类别，没有写等级" },
  },
  {
    id: "wagesWithoutWork",
    of: "person",
    when: 'p.wageYear > 0 && p.workPlace == "none"',
    level: "doubt",
    fields: ["wageYear", "workPlace"],
    words: { en: "Wages without work.", zh: "有工资收入，却写着未务工" },
  },
];
