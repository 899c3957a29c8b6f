import { codesOf } from "./code-of.ts";

/**
 * Answers of the county form that the makers of files speak of: all that the form numbers. Answers that it calls by English
 * words (`brick`, `piped`) are written as such.
 */
export const relation = codesOf("person", "relation", {
  head: "户主",
  spouse: "配偶",
  son: "子",
  daughter: "女",
  sonWife: "儿媳",
  grandson: "孙子",
  granddaughter: "孙女",
  father: "父亲",
  mother: "母亲",
  brother: "兄弟姐妹",
  sister: "兄弟姐妹",
});

export const marital = codesOf("person", "marital", {
  single: "未婚",
  married: "已婚",
  widowed: "丧偶",
  divorced: "离婚",
});

export const health = codesOf("person", "health", {
  healthy: "健康",
  chronic: "长期慢性病",
  severe: "患有大病",
  disabled: "残疾",
  frail: "一般或体弱",
});
export type Health = keyof typeof health;

export const cause = codesOf("household", "cause", {
  illness: "因病",
  disability: "因残",
  schooling: "因学",
  disaster: "因灾",
  land: "缺土地",
  water: "缺水",
  skills: "缺技术",
  labour: "缺劳力",
  money: "缺资金",
  roads: "交通条件落后",
  drive: "自身发展动力不足",
});
export type Cause = keyof typeof cause;

export const helpKind = codesOf("household", "helpKinds", {
  industry: "产业帮扶",
  work: "就业帮扶",
  schooling: "教育帮扶",
  health: "健康帮扶",
  housing: "危房改造",
  water: "饮水安全",
  moving: "易地搬迁",
  credit: "小额信贷",
  post: "公益性岗位",
  social: "社会帮扶",
});
export type HelpKind = keyof typeof helpKind;

export const reliefKind = codesOf("household", "reliefKinds", {
  dibao: "低保",
  tekun: "特困供养",
  disabled: "残疾人两项补贴",
  old: "高龄津贴",
  temporary: "临时救助",
});

export const monitored = codesOf("household", "monitored", {
  unstable: "脱贫不稳定户",
  margin: "边缘易致贫户",
  sudden: "突发严重困难户",
});

export const atSchool = codesOf("person", "atSchool", {
  no: "不在校",
  kindergarten: "学前",
  primary: "小学在读",
  junior: "初中在读",
  senior: "高中在读",
  vocational: "中职在读",
  college: "大专在读",
  university: "本科及以上在读",
});
export type SchoolStage = keyof typeof atSchool;

export const education = codesOf("person", "education", {
  none: "文盲或半文盲",
  primary: "小学",
  junior: "初中",
  senior: "高中",
  vocational: "中专或中职",
  college: "大专",
  university: "本科及以上",
});

export const workAbility = codesOf("person", "workAbility", {
  able: "普通劳动力",
  skilled: "技能劳动力",
  partly: "弱劳动力或半劳动力",
  unable: "无劳动力",
});

export const workPlace = codesOf("person", "workPlace", {
  none: "未务工",
  township: "乡镇内",
  county: "县内",
  province: "省内",
  outside: "省外",
});
export type WorkPlace = keyof typeof workPlace;
