/** The numbers that the county's rules begin with; each county sets its own by publishing the next version. */
import type { Parameter } from "../rule-set.ts";

export const countyParameters: Parameter[] = [
  { id: "depositLine", title: { en: "Savings of a household", zh: "一户存款线" }, unit: "fen", value: 5_000_000 },
  /** Provinces set the line of monitoring anew every year (中农组发〔2021〕7 号); this one is to begin with. */
  { id: "incomeLine", title: { en: "Income a head in a year", zh: "人均年收入线" }, unit: "fen", value: 870_000 },
  /** Those on the margin have less than one and a half times the line (国开发〔2020〕6 号). */
  {
    id: "nearLinePercent",
    title: { en: "Near the line, of it", zh: "接近收入线，为线的" },
    unit: "percent",
    value: 150,
  },
  {
    id: "publicSalaryLine",
    title: { en: "Public salary a month", zh: "财政供养月工资线" },
    unit: "fen",
    value: 150_000,
  },
  {
    id: "medicalLine",
    title: { en: "Own medical bills of a year", zh: "一年自付医疗费线" },
    unit: "fen",
    value: 2_000_000,
  },
  { id: "moneyTolerance", title: { en: "Amounts may differ by", zh: "金额允许相差" }, unit: "fen", value: 200_000 },
  {
    id: "moneyTolerancePercent",
    title: { en: "Amounts may differ by", zh: "金额允许相差比例" },
    unit: "percent",
    value: 20,
  },
  { id: "landTolerance", title: { en: "Farmland may differ by", zh: "耕地允许相差" }, unit: "hundredths", value: 50 },
  {
    id: "carExceptions",
    title: { en: "Vehicles that are no cars", zh: "不算小汽车的车" },
    unit: "codes",
    value: ["motorcycle", "tractor"],
  },
  /** First digits of a unified credit code (GB 32100-2015): 92 is a self-employed business, 93 a farmers' cooperative. */
  {
    id: "smallBusinesses",
    title: { en: "Codes of small businesses", zh: "小生意的代码开头" },
    unit: "codes",
    value: ["92"],
  },
  { id: "cooperatives", title: { en: "Codes of cooperatives", zh: "合作社的代码开头" }, unit: "codes", value: ["93"] },
  {
    id: "pensionSchemes",
    title: { en: "Schemes that pay pensions", zh: "发养老金的险种" },
    unit: "codes",
    value: ["residentPension", "employeePension"],
  },
  /** Codes of the form's kinds of relief that depend on what a household has. */
  {
    id: "meansTested",
    title: { en: "Relief by means", zh: "按家庭经济状况给的救助" },
    unit: "codes",
    value: ["dibao", "tekun", "bianyuan"],
  },
  {
    id: "ownCounty",
    title: { en: "Names and codes of this county", zh: "本县的名称和代码" },
    unit: "codes",
    value: [],
  },
  {
    id: "severeGrades",
    title: { en: "Severe grades of disability", zh: "重度残疾等级" },
    unit: "codes",
    value: ["1", "2"],
  },
];
