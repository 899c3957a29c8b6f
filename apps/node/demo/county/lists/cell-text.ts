import type { Value } from "@mingbai/registry/content/file/value";
import type { FieldDefinition, FieldType, Option } from "@mingbai/registry/content/form/definition";
import type { Habits } from "./habits.ts";

const hundredthsOfMuAHectare = 1_500;
const hectareDecimals = 4;
const fenTenThousandYuan = 1_000_000;
const millionth = 1_000_000;

/** A value as an office writes it into a cell: words for codes, its own units and days; "" where nobody said anything. */
export function cellText(
  { id, of }: FieldDefinition,
  value: Value | undefined,
  { habits, villageName }: { readonly habits: Habits; readonly villageName: string },
): string {
  if (value === undefined) return "";
  switch (of.type) {
    case "money":
      return moneyText(Number(value), habits);
    case "number":
      return numberText(of, Number(value), habits);
    case "day":
      return dayText(String(value), habits);
    case "yesNo":
      return value === true ? habits.yes : habits.no;
    case "choice":
      return wordOf(id, of.options, value, habits);
    case "choices":
      return listOf(value)
        .map((code) => wordOf(id, of.options, code, habits))
        .join(habits.between);
    case "place":
      return listOf(value)
        .map((part) => (Number(part) / millionth).toFixed(6))
        .join(",");
    case "division":
      return habits.village === "name" ? villageName : String(value);
    default:
      return String(value);
  }
}

/** Whether lists of an office give the field in hectares where it measures land so. */
export function isLand(of: FieldType): boolean {
  return of.type === "number" && of.otherUnits !== undefined;
}

function moneyText(fen: number, { money }: Habits): string {
  return money === "元" ? (fen / 100).toFixed(2) : String(fen / fenTenThousandYuan);
}

function numberText(of: FieldType & { type: "number" }, value: number, { land }: Habits): string {
  if (isLand(of) && land === "公顷") return (value / hundredthsOfMuAHectare).toFixed(hectareDecimals);
  return (value / 10 ** of.decimals).toFixed(of.decimals);
}

function dayText(day: string, { day: style }: Habits): string {
  const [year = "", month = "", date = ""] = day.split("-");
  switch (style) {
    case "2026-04-20":
      return day;
    case "20260420":
      return `${year}${month}${date}`;
    case "2026/4/20":
      return `${year}/${Number(month)}/${Number(date)}`;
    case "2026年4月20日":
      return `${year}年${Number(month)}月${Number(date)}日`;
  }
}

function wordOf(field: string, options: readonly Option[], code: Value, { spelling }: Habits): string {
  const option = options.find((one) => one.code === code);
  if (option === undefined) throw new RangeError(`${String(code)} is no answer for ${field}`);
  const words = wordsFor(option, options);
  return words[spelling(`${field} ${option.zh}`, words.length)] ?? option.zh;
}

const knownWords = new WeakMap<Option, readonly string[]>();

/** What an answer may be called in a list. PERF: sought once, since every cell asks for it. */
function wordsFor(option: Option, options: readonly Option[]): readonly string[] {
  const known = knownWords.get(option);
  if (known !== undefined) return known;
  const words = [option.zh, ...(option.aliases ?? []).filter((alias) => isUnmistakable(alias, option, options))];
  knownWords.set(option, words);
  return words;
}

/** Not a spelling of two answers, nor one that says more than the code: `一年级`, `长子`, `妻`, `哥哥`. */
function isUnmistakable(alias: string, option: Option, options: readonly Option[]): boolean {
  const others = options.filter((one) => one !== option);
  return (
    !others.some(({ zh, aliases }) => zh === alias || aliases?.includes(alias)) &&
    !/[一二三四五六七八九初高次长独妻夫婆外兄弟姐妹哥侄]/.test(alias)
  );
}

function listOf(value: Value): readonly Value[] {
  return Array.isArray(value) ? value : [];
}
