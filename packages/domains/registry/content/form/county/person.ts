/** What the county asks of each person of a household. */
import type { SectionDefinition } from "../definition.ts";
import { fieldsOf } from "./field.ts";
import {
  atSchool,
  disabilityGrades,
  disabilityKinds,
  healthStates,
  medicalInsurances,
  pensions,
  workAbilities,
  workPlaces,
} from "./options.ts";
import { educations, maritalStates, relations, sexes } from "./standards.ts";

const name = fieldsOf("name");
const identity = fieldsOf("identity");
const contact = fieldsOf("contact");
const health = fieldsOf("health");
const living = fieldsOf("living");
const money = fieldsOf("money");

const who: SectionDefinition = {
  id: "who",
  title: { en: "Who", zh: "是谁" },
  group: "basic",
  of: "person",
  fields: [
    name.text(["name", "姓名", "Name"], 60, {
      required: true,
      aliases: ["成员姓名", "家庭成员姓名", "姓 名", "户主姓名"],
    }),
    name.choice(["relation", "与户主关系", "Relation to the head"], relations, {
      required: true,
      aliases: ["关系", "家庭关系", "与户主的关系"],
    }),
    identity.of({ type: "identityNumber" }, ["identityNumber", "身份证号", "Identity number"], {
      aliases: ["证件号码", "身份证号码", "公民身份号码", "身份证", "证件号", "户主证件号码"],
    }),
    name.choice(["sex", "性别", "Sex"], sexes, { aliases: ["性 别"] }),
    name.day(["birth", "出生日期", "Born on"], { aliases: ["出生年月", "生日"] }),
    identity.text(["nation", "民族", "Ethnic group"], 20, { aliases: ["族别"] }),
    identity.choice(["marital", "婚姻状况", "Marital state"], maritalStates, { aliases: ["婚姻"] }),
    contact.of({ type: "phone" }, ["personPhone", "本人电话", "Own phone"], { aliases: ["本人联系电话", "成员电话"] }),
    contact.of({ type: "photos", countMax: 3 }, ["personPhotos", "本人照片", "Own photos"]),
    living.text(["whereabouts", "现状", "At present"], 200, { aliases: ["目前情况", "在家情况"] }),
  ],
};

const body: SectionDefinition = {
  id: "body",
  title: { en: "Health", zh: "健康" },
  group: "basic",
  of: "person",
  fields: [
    health.choice(["health", "健康状况", "Health"], healthStates, { aliases: ["身体状况", "健康"] }),
    health.text(["illness", "疾病", "Illness"], 200, { aliases: ["病种", "患病名称", "大病病种", "慢性病病种"] }),
    health.choice(["disabilityKind", "残疾类别", "Kind of disability"], disabilityKinds, { aliases: ["残疾类型"] }),
    health.choice(["disabilityGrade", "残疾等级", "Grade of disability"], disabilityGrades, { aliases: ["残疾级别"] }),
    health.text(["disabilityCard", "残疾证号", "Disability card"], 30, { aliases: ["残疾人证号"] }),
    health.choice(["medicalInsurance", "医疗保险", "Medical insurance"], medicalInsurances, {
      aliases: ["医保", "参加医疗保险情况", "基本医疗保险"],
    }),
    health.yesNo(["illnessInsurance", "大病保险", "Severe-illness insurance"], {
      aliases: ["是否参加大病保险", "是否参加商业补充医疗保险"],
    }),
    living.choice(["pension", "养老保险", "Pension insurance"], pensions, {
      aliases: ["是否参加城乡居民基本养老保险", "养老"],
    }),
  ],
};

const schoolAndWork: SectionDefinition = {
  id: "schoolAndWork",
  title: { en: "Schooling and work", zh: "上学和务工" },
  group: "basic",
  of: "person",
  fields: [
    living.choice(["education", "文化程度", "Education"], educations, { aliases: ["学历", "受教育程度"] }),
    living.choice(["atSchool", "在校情况", "At school"], atSchool, {
      aliases: ["在校生状况", "在校生情况", "就读情况"],
    }),
    living.text(["school", "学校", "School"], 100, { aliases: ["就读学校", "学校名称"] }),
    living.choice(["workAbility", "劳动能力", "Ability to work"], workAbilities, { aliases: ["劳动技能", "劳动力"] }),
    living.choice(["workPlace", "务工地", "Works in"], workPlaces, { aliases: ["务工区域", "务工状况", "务工地点"] }),
    living.text(["employer", "务工单位", "Employer"], 100, { aliases: ["务工企业", "工作单位", "务工企业名称"] }),
    living.count(
      ["workMonths", "务工月数", "Months worked"],
      12,
      { en: "months", zh: "个月" },
      { aliases: ["务工时间", "务工时间（月）"] },
    ),
    money.money(["wageYear", "本人年工资", "Wages of a year"], { aliases: ["年工资", "年收入", "务工收入（元）"] }),
    living.yesNo(["publicPost", "公益岗位", "Public-service post"], { aliases: ["是否公益岗位", "公益性岗位"] }),
    living.yesNo(["soldier", "现役军人", "On active service"], { aliases: ["是否现役军人"] }),
  ],
};

const bank: SectionDefinition = {
  id: "bank",
  title: { en: "Bank", zh: "银行账户" },
  group: "money",
  of: "person",
  fields: [
    money.text(["bankName", "开户银行", "Bank"], 60, { aliases: ["开户行", "银行"] }),
    money.text(["bankAccount", "银行账号", "Bank account"], 40, {
      aliases: ["一卡通", "银行卡号", "一卡通账号", "账号"],
    }),
  ],
};

export const personSections = [who, body, schoolAndWork, bank] as const;
