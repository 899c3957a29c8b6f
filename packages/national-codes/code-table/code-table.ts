export interface CodeEntry {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** Other words that people write for it. */
  readonly aliases: readonly string[];
}

export interface CodeTable {
  /** Where the codes are from. */
  readonly standard: string;
  readonly entries: readonly CodeEntry[];
}

/** A line of a table: code, Chinese, English, and any other words for it. English is ours where a standard has none. */
export type CodeRow = readonly [code: string, zh: string, en: string, ...aliases: string[]];

export function codeTable(standard: string, rows: readonly CodeRow[]): CodeTable {
  return { standard, entries: rows.map(([code, zh, en, ...aliases]) => ({ code, zh, en, aliases })) };
}
