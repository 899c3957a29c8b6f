import { type CodeFault, faultsOf } from "@mingbai/national-codes/fault";

/** Why a text is no value of its field. Values that are words are there in both languages: `unit` and `unitEn`. */
const entryFaults = {
  TEXT_TOO_LONG: { en: "{length} characters; at most {max} fit here.", zh: "写了 {length} 个字，最多 {max} 个" },
  TEXT_DAMAGED: {
    en: "Some characters were lost in the file (�). Enter them again.",
    zh: "有字在文件里已经丢了（�），请重填",
  },
  NUMBER_UNREADABLE: { en: "“{text}” is no number.", zh: "“{text}”不是数字" },
  NUMBER_NOT_WHOLE: { en: "“{text}”: only whole {unitEn} count here.", zh: "“{text}”：这里按整{unit}填" },
  NUMBER_OUT_OF_RANGE: {
    en: "{number} {unitEn} is outside {min} to {max}.",
    zh: "{number} {unit}超出了 {min} 到 {max} 的范围",
  },
  UNIT_UNKNOWN: {
    en: "“{unit}” is no unit of this field; it counts in {ownEn}.",
    zh: "不认识单位“{unit}”，这里按{own}填",
  },
  MONEY_UNREADABLE: { en: "“{text}” is no amount of money.", zh: "“{text}”不是金额" },
  MONEY_TOO_PRECISE: { en: "“{text}” has more decimals than fen.", zh: "“{text}”的小数比分还小" },
  MONEY_TOO_LARGE: { en: "“{text}” is larger than any amount here.", zh: "“{text}”超出了金额的上限" },
  SHORT_FORM: {
    en: "“{text}” is a spreadsheet's short form; its last digits are lost. Enter it again.",
    zh: "“{text}”是电子表格的科学计数，末几位已丢失，请重填",
  },
  DAY_UNREADABLE: { en: "“{text}” is no date.", zh: "“{text}”不是日期" },
  DAY_NONE: { en: "There is no such day as {text}.", zh: "没有 {text} 这一天" },
  DAY_UNORDERED: {
    en: "“{text}” may be read in two orders. Say which is the day and which the month.",
    zh: "“{text}”日和月分不清，请指定先后",
  },
  YES_NO_UNREADABLE: { en: "“{text}” is neither yes nor no.", zh: "“{text}”看不出是“是”还是“否”" },
  CHOICE_UNKNOWN: { en: "“{text}” is none of the answers: {optionsEn}.", zh: "“{text}”不在选项里，可填：{options}" },
  CHOICE_NEAR: { en: "“{text}” is none of the answers. Is it {nearEn}?", zh: "“{text}”不在选项里，是不是{near}" },
  PHONE_CHARACTER: { en: "“{character}” does not belong in a phone number.", zh: "电话里不能有“{character}”" },
  PHONE_TOO_SHORT: {
    en: "The mobile number has {length} digits, {missing} short.",
    zh: "手机号少 {missing} 位，只有 {length} 位",
  },
  PHONE_TOO_LONG: {
    en: "The mobile number has {length} digits, {extra} too many.",
    zh: "手机号多 {extra} 位，有 {length} 位",
  },
  PHONE_UNREADABLE: { en: "“{text}” is no phone number.", zh: "“{text}”不是电话号码" },
  DIVISION_UNKNOWN: { en: "“{text}” is no village known here.", zh: "没有“{text}”这个村" },
  DIVISION_SEVERAL: {
    en: "There are {count} villages called “{text}”. Give the code or the township.",
    zh: "叫“{text}”的村有 {count} 个，请写代码或带上乡镇",
  },
  DIVISION_CODE: {
    en: "A village's code has 12 digits; this one has {length}.",
    zh: "村的代码是 12 位，这里有 {length} 位",
  },
  PLACE_UNREADABLE: {
    en: "“{text}” is no place. Write latitude and longitude, such as 26.5801, 104.8302.",
    zh: "“{text}”不是位置，请写纬度和经度，如 26.5801, 104.8302",
  },
  PHOTOS_UNREADABLE: { en: "Photos cannot be taken from a list.", zh: "照片不能从表格里读" },
  PHOTOS_TOO_MANY: { en: "{count} photos; at most {max} fit here.", zh: "有 {count} 张照片，最多 {max} 张" },
  VALUE_OF_OTHER_TYPE: { en: "What is kept here is no value of this field.", zh: "这里存的不是这一项能有的值" },
} as const;

export type EntryFault = CodeFault;

export const entryFault = faultsOf(entryFaults);

/** What was done to a text that a person may want to see before it counts; the value stands. */
const entryNotes = {
  ROUNDED: { en: "“{text}” was rounded to {keptEn}.", zh: "“{text}”已取为 {kept}" },
  MONTH_ONLY: { en: "“{text}” names no day; the 1st was taken.", zh: "“{text}”没有写日，按 1 日记" },
  MONTH_SHORTENED: {
    en: "“{text}” may be January or October: spreadsheets drop the last 0. January was taken.",
    zh: "“{text}”可能是 1 月，也可能是 10 月丢了末尾的 0，按 1 月 1 日记",
  },
  DETAIL_LEFT_OUT: { en: "Of “{text}” only “{keptEn}” is kept here.", zh: "“{text}”这里只记“{kept}”" },
  REST_LEFT_OUT: { en: "Of “{text}” the first number is kept.", zh: "“{text}”只记第一个号码" },
  FIFTEEN_DIGITS: { en: "An ID number of 15 digits was written with 18.", zh: "15 位旧身份证号已换成 18 位" },
} as const;

export type EntryNote = CodeFault;

export const entryNote = faultsOf(entryNotes);
