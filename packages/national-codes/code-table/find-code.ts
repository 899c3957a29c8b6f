import { plainCode } from "../text/plain-code.ts";
import type { CodeEntry, CodeTable } from "./code-table.ts";

/**
 * What someone wrote into a column of codes: the code, the name in either language or another word for it, in any width,
 * case and spacing («１０», « 配 偶», "spouse", «老婆»). Parts of names find nothing: a guess is worse than a question.
 */
export function findCode(table: CodeTable, text: string): CodeEntry | undefined {
  return wordsOf(table).get(plainCode(text).code);
}

const prepared = new WeakMap<CodeTable, ReadonlyMap<string, CodeEntry>>();

function wordsOf(table: CodeTable): ReadonlyMap<string, CodeEntry> {
  const found = prepared.get(table) ?? collectWords(table);
  prepared.set(table, found);
  return found;
}

function collectWords(table: CodeTable): ReadonlyMap<string, CodeEntry> {
  const words = new Map<string, CodeEntry>();
  for (const entry of table.entries)
    for (const word of [entry.code, entry.zh, entry.en, ...entry.aliases]) {
      const { code: key } = plainCode(word);
      const other = words.get(key) ?? entry;
      if (other !== entry) throw new Error(`${table.standard}: ${word} is ${other.code} and ${entry.code}`);
      words.set(key, entry);
    }
  return words;
}
