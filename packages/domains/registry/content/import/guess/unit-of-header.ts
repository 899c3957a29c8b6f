import { isMoneyUnit } from "../../entry/read-money.ts";
import { findUnit } from "../../entry/read-number.ts";
import type { FieldType } from "../../form/definition.ts";

const bracketed = /[（(]\s*(?:单位\s*[:：]?\s*)?([^（）()]{1,10}?)\s*[)）]/gu;

/** The unit that a column's name, or the group over it, gives in brackets: 耕地面积（公顷）, 收入（万元）. */
export function unitOfHeader(of: FieldType, header: string, group = ""): string | undefined {
  if (of.type !== "money" && of.type !== "number") return undefined;
  const named = [...header.matchAll(bracketed), ...group.matchAll(bracketed)].map(([, unit = ""]) => unit);
  return named.find((unit) => (of.type === "money" ? isMoneyUnit(unit) : findUnit(of, unit) !== undefined));
}

/** Whether a column's name ends in a unit of money, in brackets. */
export function isMoneyHeader(header: string): boolean {
  return unitOfHeader({ type: "money" }, header) !== undefined;
}

/** A column's name without what stands in brackets. */
export function withoutBrackets(header: string): string {
  const bare = header.replaceAll(/[（(][^（）()]*[)）]/gu, "").trim();
  return bare === "" ? header : bare;
}
