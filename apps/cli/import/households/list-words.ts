import type { FormDefinition } from "@mingbai/registry/content/form/definition";
import { findField } from "@mingbai/registry/content/form/find-field";
import type { ColumnTarget, ImportMapping } from "@mingbai/registry/content/import/mapping/import-mapping";
import type { ListSummary } from "@mingbai/registry/content/import/read/list-tally";
import type { ImportCounts } from "@mingbai/sdk/household-import/import-step";
import { inLanguage } from "../../words.ts";

const faultsShownMax = 20;

/** What each column is taken for, line by line. `sheets`: their names, as the mapping has them. */
export function mappingWords(
  mapping: ImportMapping,
  { form, sheets }: { readonly form: FormDefinition; readonly sheets: readonly string[] },
): string {
  const { key } = mapping;
  const lines = mapping.sheets.flatMap(({ columns }, at) => {
    const own = columns.map(({ header, group, target }) => {
      const name = group === undefined || group === "" ? header : `${group} / ${header}`;
      return `  ${name}  →  ${targetWords(target, form)}`;
    });
    return sheets.length > 1 ? [`${sheets[at]}:`, ...own] : own;
  });
  const how = inLanguage({ en: `rows of a household belong together by: ${key}`, zh: `同一户的行按 ${key} 归在一起` });
  return [...lines, `  ${how}`].join("\n");
}

function targetWords(target: ColumnTarget, form: FormDefinition): string {
  if (target.to === "unknown") return inLanguage({ en: "? (not read)", zh: "？（不读）" });
  if (target.to === "ignored") return inLanguage({ en: "(not needed)", zh: "（不用）" });
  if (target.to === "key") return inLanguage({ en: `key: ${target.part}`, zh: `归户用：${target.part}` });
  const label = findField(form, target.to, target.field)?.label;
  const of = inLanguage(target.to === "household" ? { en: "household", zh: "户" } : { en: "person", zh: "人" });
  return `${of} ${label === undefined ? target.field : inLanguage(label)}`;
}

/** What the list adds up to, and the first of its faults. `sheets`: their names, as the mapping has them. */
export function summaryWords(summary: ListSummary, sheets: readonly string[]): string {
  const { households, people, states, leftOut, errors, doubts } = summary;
  const counts = inLanguage({
    en: `${households} households, ${people} people: ${states.ready} ready, ${states.doubts} to look at, ${states.disagreement} whose rows disagree, ${states.faults} with faults`,
    zh: `${households} 户 ${people} 人：可以导入 ${states.ready} 户，要看一眼 ${states.doubts} 户，行与行不一致 ${states.disagreement} 户，有错 ${states.faults} 户`,
  });
  const left = inLanguage({
    en: `rows left out: ${leftOut.sum} sums, ${leftOut.header} headers, ${leftOut.note} notes`,
    zh: `没有读的行：合计 ${leftOut.sum}，重复表头 ${leftOut.header}，说明 ${leftOut.note}`,
  });
  const shown = summary.faults.filter(({ level }) => level === "error").slice(0, faultsShownMax);
  const lines = shown.map((fault) => {
    const place = [fault.who, fault.column].filter((one) => one !== undefined).join(" ");
    const words = `${place === "" ? "" : `${place}: `}${inLanguage(fault)}`;
    const sheet = sheets.length > 1 ? `${sheets[fault.sheet]} ` : "";
    return `  ${sheet}${inLanguage({ en: `row ${fault.line}`, zh: `第 ${fault.line} 行` })}  ${words}`;
  });
  const more = errors - shown.length;
  const rest = inLanguage({ en: `  … and ${more} more`, zh: `  … 另有 ${more} 处` });
  const all = inLanguage({ en: `${errors} faults, ${doubts} doubts`, zh: `错 ${errors} 处，疑 ${doubts} 处` });
  return [counts, left, all, ...lines, ...(more > 0 ? [rest] : [])].join("\n");
}

/** What came of an import so far. */
export function countsWords({ taken, opened, people, changed, added, same, queued }: ImportCounts): string {
  return inLanguage({
    en: `${taken} gone over: ${opened} opened with ${people} people, ${changed} changed, ${added} people added, ${same} as known, ${queued} wait for a person`,
    zh: `看过 ${taken} 户：新建 ${opened} 户 ${people} 人，改 ${changed} 户，添 ${added} 人，已有 ${same} 户，等人定 ${queued} 户`,
  });
}
