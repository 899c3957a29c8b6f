import { plainText } from "@mingbai/tabular/columns/plain-text";

/** Control characters, and those that change a text's direction without being seen. */
const unseen = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu;
/** How lists write that they have nothing to say. */
const nothingWords = /^(?:[-—–－/／\\*.。、?？]+|无|没有|不详|不清楚|未知|暂无|空|null|n\/?a|none|unknown|nil)$/i;

/** A text of a person as it is kept: well-formed, in one line, without unseen characters and spaces around it. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(unseen, " ").replace(/\s+/gu, " ").trim();
}

/** A text that is no wording but a number, day or answer: in compatibility form with ASCII digits, without spaces around it. */
export function plainEntry(text: string): string {
  // PERF: most cells that are no wording are such already. Bench: registry.import.
  if (/^[!-~]+$/.test(text)) return text;
  return plainText(text.toWellFormed()).replace(unseen, " ").trim();
}

export function saysNothing(plain: string): boolean {
  if (/^\d/.test(plain)) return false;
  return plain === "" || nothingWords.test(plain);
}
