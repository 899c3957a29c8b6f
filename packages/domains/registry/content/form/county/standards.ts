/** Answers that national standards list. */
import { option } from "./field.ts";

/** GB/T 2261.1-2003. */
export const sexes = [option("1", "男", "Male", "男性", "M"), option("2", "女", "Female", "女性", "F")];

/** GB/T 2261.2-2003, the first digit. */
export const maritalStates = [
  option("10", "未婚", "Single"),
  option("20", "已婚", "Married", "在婚"),
  option("30", "丧偶", "Widowed"),
  option("40", "离婚", "Divorced", "离异"),
];

/** GB/T 4761-2008, those that household lists use. */
export const relations = [
  option("01", "户主", "Head", "本人", "本人或户主"),
  option("10", "配偶", "Spouse", "妻子", "丈夫", "妻", "夫", "老婆", "爱人"),
  option("20", "子", "Son", "儿子", "之子", "长子", "次子", "三子", "独生子", "儿"),
  option("30", "女", "Daughter", "女儿", "之女", "长女", "次女", "三女", "独生女"),
  option("28", "女婿", "Son-in-law", "之女婿"),
  option("38", "儿媳", "Daughter-in-law", "媳妇", "之儿媳"),
  option("41", "孙子", "Grandson", "之孙子", "孙", "外孙子", "外孙", "之外孙子"),
  option("42", "孙女", "Granddaughter", "之孙女", "外孙女", "之外孙女"),
  option("51", "父亲", "Father", "之父", "父"),
  option("52", "母亲", "Mother", "之母", "母"),
  option("53", "公公", "Husband's father", "之公公"),
  option("54", "婆婆", "Husband's mother", "之婆婆"),
  option("55", "岳父", "Wife's father", "之岳父"),
  option("56", "岳母", "Wife's mother", "之岳母"),
  option("61", "祖父", "Grandfather", "爷爷", "之祖父"),
  option("62", "祖母", "Grandmother", "奶奶", "之祖母"),
  option("70", "兄弟姐妹", "Brother or sister", "兄", "弟", "姐", "妹", "之兄弟姐妹", "哥哥", "弟弟", "姐姐", "妹妹"),
  option("97", "其他亲属", "Other relative", "之侄儿", "侄子", "侄女"),
  option("99", "非亲属", "Not related", "其他"),
];

/** GB/T 4658-2006, the first digit, as household lists use it. */
export const educations = [
  option("90", "文盲或半文盲", "Illiterate", "文盲", "未上学", "文盲半文盲"),
  option("80", "小学", "Primary school", "小学文化", "小学毕业"),
  option("70", "初中", "Junior middle school", "初中毕业", "初级中学"),
  option("60", "高中", "Senior middle school", "普通高中", "高中毕业"),
  option("40", "中专或中职", "Vocational school", "中专", "中职", "技校"),
  option("30", "大专", "College", "大学专科", "专科", "高职"),
  option("20", "本科及以上", "University", "大学本科", "本科", "研究生", "大学"),
];
