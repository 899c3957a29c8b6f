import { isList, type RuleType } from "./rule-type.ts";

/** One sentence in both languages of the product. */
export interface Words {
  readonly en: string;
  readonly zh: string;
}

const scalarWords = {
  int: { en: "a whole number", zh: "整数" },
  string: { en: "a text", zh: "文字" },
  bool: { en: "a yes or no", zh: "是否" },
  day: { en: "a day", zh: "日期" },
} as const;

/** How a type is called in a fault. */
export function typeWords(type: RuleType): Words {
  if (typeof type === "string") return scalarWords[type];
  if (!isList(type)) return { en: "a group of fields", zh: "一组栏目" };
  const item = typeWords(type.list);
  return { en: `a list (each item is ${item.en})`, zh: `列表（每项是${item.zh}）` };
}
