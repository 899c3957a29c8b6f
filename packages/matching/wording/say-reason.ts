import type { Reason, Silence } from "../scoring/likeness.ts";

/** A text in both languages. */
export interface Words {
  readonly en: string;
  readonly zh: string;
}

type Texts = {
  readonly [Field in Reason["field"]]: Readonly<Record<Extract<Reason, { field: Field }>["level"], Words>>;
};

const texts: Texts = {
  identityNumber: {
    same: { en: "Same identity number", zh: "身份证号相同" },
    sameOldAndNew: {
      en: "Same identity number, once with 15 and once with 18 digits",
      zh: "身份证号相同，一为15位、一为18位",
    },
    oneDigit: { en: "Identity numbers differ in one digit", zh: "身份证号有一位不同" },
    transposed: { en: "Identity numbers have two neighbouring digits swapped", zh: "身份证号相邻两位颠倒" },
    oldOneDigit: {
      en: "A 15-digit identity number differs in one digit or swap",
      zh: "15位身份证号有一位不同或相邻两位颠倒",
    },
    differ: { en: "Different identity numbers, both valid", zh: "身份证号不同，且均有效" },
    differUnchecked: {
      en: "Different identity numbers, at least one not valid",
      zh: "身份证号不同，至少一个校验不通过",
    },
  },
  name: {
    same: { en: "Same name", zh: "姓名相同" },
    variant: { en: "Same name in other forms of its characters", zh: "姓名相同，用字为繁体或异体" },
    sameSound: { en: "Names sound the same", zh: "姓名同音" },
    nearSound: { en: "Names sound alike", zh: "姓名近音" },
    lookAlike: { en: "Names look alike", zh: "姓名字形相近" },
    swapped: { en: "Same characters or sounds in another order", zh: "姓名用字相同、顺序不同" },
    partUnknown: { en: "Names agree but for an unreadable character", zh: "姓名有一字无法辨认，其余相同" },
    partMissing: { en: "One name lacks a character of the other", zh: "一个姓名少一个字" },
    oneOfMany: { en: "Long names differ in one character", zh: "姓名较长，有一字不同" },
    oneCharacter: {
      en: "Names differ in one character, as those of brothers and sisters do",
      zh: "姓名有一字不同，兄弟姐妹也常如此",
    },
    otherSurname: { en: "Same given name, other surname", zh: "名相同、姓不同" },
    sameSurname: { en: "Only the surname is the same", zh: "仅姓相同" },
    differ: { en: "Different names", zh: "姓名不同" },
  },
  birth: {
    same: { en: "Same date of birth", zh: "出生日期相同" },
    sameFirstOfYear: { en: "Both born on 1 January of one year", zh: "同年1月1日出生" },
    sameMonth: { en: "Same year and month of birth, the day is not known", zh: "出生年月相同，日不详" },
    sameYear: { en: "Same year of birth, the rest is not known", zh: "出生年份相同，月日不详" },
    swapped: { en: "Day and month of birth are swapped", zh: "出生日期的月、日颠倒" },
    dayDiffers: { en: "Same year and month of birth, another day", zh: "出生年月相同，日不同" },
    oneDigit: { en: "Dates of birth differ in one digit", zh: "出生日期有一位不同" },
    yearOnly: { en: "Only the year of birth is the same", zh: "仅出生年份相同" },
    differ: { en: "Different dates of birth", zh: "出生日期不同" },
  },
  sex: { same: { en: "Same sex", zh: "性别相同" }, differ: { en: "Different sex", zh: "性别不同" } },
  village: {
    same: { en: "Same village", zh: "同一个村" },
    sameTownship: { en: "Villages of one township", zh: "同一乡镇、不同村" },
    differ: { en: "Different townships", zh: "不同乡镇" },
  },
  address: {
    same: { en: "Same house", zh: "住址相同" },
    similar: { en: "Addresses are written alike", zh: "住址写法相近" },
    differ: { en: "Different addresses", zh: "住址不同" },
  },
  phone: {
    same: { en: "Same telephone", zh: "电话相同" },
    oneDigit: { en: "Telephones differ in one digit", zh: "电话有一位不同" },
    differ: { en: "Different telephones", zh: "电话不同" },
  },
};

const silences: Readonly<Record<Silence, Words>> = {
  family: { en: "not counted, since families share it", zh: "家庭成员常共有，不计分" },
  office: { en: "not counted, since many people give this number", zh: "多人共用此号码，不计分" },
  counted: { en: "not counted, since it is part of the identity numbers", zh: "取自身份证号，不重复计分" },
};

/** A reason in words, without its points. */
export function sayReason(reason: Reason): Words {
  // Field and level belong together, which the lookup by both cannot show to the compiler.
  const levels: Readonly<Record<string, Words>> = texts[reason.field];
  const text = levels[reason.level];
  if (text === undefined) throw new Error(`no words for ${reason.field} ${reason.level}`);
  if (reason.silent !== undefined) {
    const why = silences[reason.silent];
    return { en: `${text.en} (${why.en})`, zh: `${text.zh}（${why.zh}）` };
  }
  if (reason.bearers === undefined || reason.bearers < 2) return text;
  return { en: `${text.en} (${reason.bearers} people)`, zh: `${text.zh}（共${reason.bearers}人）` };
}
