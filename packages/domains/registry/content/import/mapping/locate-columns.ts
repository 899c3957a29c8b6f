import { headerWords } from "@mingbai/tabular/mapping/header-words";
import type { ColumnMapping, SheetMapping } from "./import-mapping.ts";
import type { SourceSheet } from "./source-sheet.ts";

/** A mapping that cannot be used on a list, in words for the person who chose it. */
export class MappingMisfit extends Error {
  override name = "MappingMisfit";
  readonly zh: string;

  constructor(words: { readonly en: string; readonly zh: string }) {
    super(words.en);
    this.zh = words.zh;
  }
}

export interface LocatedColumn {
  readonly column: number;
  readonly mapping: ColumnMapping;
}

/** Where the columns of a mapping stand in a sheet, those that are read. Throws MappingMisfit naming those that are not there. */
export function locateColumns(sheet: Pick<SourceSheet, "header" | "groups">, mapping: SheetMapping): LocatedColumn[] {
  const places = new Map<string, number>();
  for (const [column, header] of sheet.header.entries()) {
    for (const name of [nameOf({ header, group: sheet.groups[column] }), nameOf({ header })])
      if (!places.has(name)) places.set(name, column);
  }
  const absent: string[] = [];
  const located = mapping.columns.flatMap((one): LocatedColumn[] => {
    if (one.target.to === "ignored" || one.target.to === "unknown") return [];
    const column = places.get(nameOf(one));
    if (column === undefined) absent.push(one.header);
    return column === undefined ? [] : [{ column, mapping: one }];
  });
  if (absent.length === 0) return located;
  const names = absent.map((name) => `“${name}”`);
  throw new MappingMisfit({
    en: `The list has no column ${names.join(", ")}.`,
    zh: `表里没有这些列：${names.join("、")}`,
  });
}

function nameOf({ header, group = "" }: { header: string; group?: string | undefined }): string {
  return `${headerWords(group)}\t${headerWords(header)}`;
}
