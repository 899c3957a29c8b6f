import { type ReadyName, readyName } from "@mingbai/tabular/mapping/header-likeness";
import { type EntryHints, isValue } from "../../entry/entry.ts";
import { readYesNo } from "../../entry/read-yes-no.ts";
import type { FieldDefinition } from "../../form/definition.ts";
import { cellsSuit, suitGood, suitMin } from "./cells-suit.ts";
import type { Reason } from "./column-guess.ts";
import { labelLikeness, labelShare } from "./label-likeness.ts";
import type { OwnedColumn } from "./owned-columns.ts";
import { isMoneyHeader, unitOfHeader, withoutBrackets } from "./unit-of-header.ts";

export interface Match {
  readonly confidence: number;
  readonly reasons: readonly Reason[];
  readonly unit?: string;
}

/** Below this likeness no cells help a name. */
const likenessMin = 0.45;
const confidenceMin = 0.5;
/** A name counts three times what its cells do. */
const nameWeight = 0.75;
/** Names put together from a group and what stands below it count a little less than a column's own. */
const groupWeight = 0.96;
/** Kinds of values that no other column has by chance. */
const tellingTypes: readonly string[] = ["identityNumber", "creditCode", "phone", "division", "choice", "choices"];
const cellsOnlyConfidence = 0.55;
const answersWeight = 0.2;

/** A column's names made ready once for all fields. */
export interface ReadyColumn {
  readonly owned: OwnedColumn;
  readonly names: readonly { readonly ready: ReadyName; readonly weight: number }[];
}

export function readyColumn(owned: OwnedColumn): ReadyColumn {
  const { name, sample } = owned;
  const bare = withoutBrackets(name);
  const own = [...new Set([name, bare])].map((text) => ({ ready: readyName(text), weight: 1 }));
  const grouped = sample.group === "" ? [] : [`${withoutBrackets(sample.group)}${bare}`];
  return { owned, names: [...own, ...grouped.map((text) => ({ ready: readyName(text), weight: groupWeight }))] };
}

/** How well a column suits a field: by its names and cells, or by cells that speak for themselves. */
export function matchColumn(
  { owned, names }: ReadyColumn,
  field: FieldDefinition,
  hints: EntryHints,
): Match | undefined {
  let best = { likeness: 0, name: "" };
  for (const { ready, weight } of names) {
    const found = labelLikeness(ready, field);
    if (found.likeness * weight > best.likeness) best = { likeness: found.likeness * weight, name: found.name };
  }
  const isTelling = tellingTypes.includes(field.of.type);
  if (best.likeness < likenessMin && !isTelling) return undefined;
  if (isOtherQuestion(owned.sample.header, field.of.type)) return undefined;
  const unit = unitOfHeader(field.of, owned.sample.header, owned.sample.group);
  const suit = cellsSuit(field, owned.sample.distinct, unit === undefined ? hints : { ...hints, unit });
  const byName = suit < suitMin ? 0 : nameWeight * best.likeness + (1 - nameWeight) * suit;
  const byCells = isTelling ? cellsConfidence(owned, names, field, suit) : 0;
  const confidence = Math.max(byName, byCells);
  if (confidence < confidenceMin) return undefined;
  const reasons = byName >= byCells ? nameReasons(best, owned, suit) : [cellsReason];
  return { confidence, reasons, ...(unit !== undefined && { unit }) };
}

/** Who writes yuan behind a name means an amount, and who asks whether means yes or no, or one of several answers. */
function isOtherQuestion(header: string, type: FieldDefinition["of"]["type"]): boolean {
  if (isMoneyHeader(header)) return type !== "money";
  return header.startsWith("是否") && !["yesNo", "choice", "choices"].includes(type);
}

/** Answers of a form say what was asked; which of two questions with the same answers it was, the name says. */
function cellsConfidence(
  { sample }: OwnedColumn,
  names: ReadyColumn["names"],
  field: FieldDefinition,
  suit: number,
): number {
  if (sample.distinct.length < 2) return 0;
  if (field.of.type !== "choice" && field.of.type !== "choices")
    return suit >= suitGood ? cellsOnlyConfidence * suit : 0;
  if (suit < 1 || sample.distinct.some((cell) => isValue(readYesNo(cell)))) return 0;
  return cellsOnlyConfidence + answersWeight * Math.max(...names.map(({ ready }) => labelShare(ready, field)));
}

const cellsReason: Reason = {
  en: "Its cells are such values; its name says nothing.",
  zh: "列名看不出来，格子里的值是这一项",
};

function nameReasons(
  { likeness, name }: { likeness: number; name: string },
  { sample }: OwnedColumn,
  suit: number,
): Reason[] {
  const header = sample.header;
  const byName: Reason =
    likeness >= 0.92
      ? { en: `“${header}” is a known name.`, zh: `“${header}”是这一项常用的列名` }
      : { en: `“${header}” is like “${name}”.`, zh: `“${header}”和“${name}”相近` };
  if (sample.distinct.length === 0) return [byName, { en: "It has no cells.", zh: "这一列是空的" }];
  if (suit >= suitGood) return [byName, { en: "Its cells are such values.", zh: "格子里的值也对得上" }];
  return [byName, { en: "Some of its cells are no such values.", zh: "有些格子的值看不懂，请核对" }];
}
