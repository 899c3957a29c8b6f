/** How a code was written otherwise than its standard has it, without a doubt about what is meant. */
export type SpellingNote = "FULL_WIDTH" | "SPACES" | "QUOTE" | "LOWER_CASE";

export const spellingWords: Readonly<Record<SpellingNote, { readonly en: string; readonly zh: string }>> = {
  FULL_WIDTH: { en: "Full-width characters were read as half-width.", zh: "全角字符已按半角读" },
  SPACES: { en: "Spaces were left out.", zh: "空格已去掉" },
  QUOTE: { en: "A spreadsheet's leading apostrophe was left out.", zh: "电子表格的前导撇号已去掉" },
  LOWER_CASE: { en: "Small letters were read as capitals.", zh: "小写字母已按大写读" },
};

export interface PlainCode {
  readonly code: string;
  readonly notes: readonly SpellingNote[];
}

/** Longer texts are no code with some spaces around it. */
export const codeTextCharsMax = 128;

// Unicode's full-width forms of U+0021 to U+007E are as far away each.
const fullWidth = /[\uff01-\uff5e]/g;
const fullWidthDistance = 0xfee0;
const spaces = /[\s\u00a0\u200b-\u200d\u2060\u3000\ufeff]/g;
const leadingQuote = /^['\u2018\u2019`]/;

/**
 * A code in ASCII capitals without spaces, and what had to be done for that. No Unicode tables are asked, which differ
 * between engines: characters that are none of these stay as they are.
 */
export function plainCode(text: string): PlainCode {
  const notes: SpellingNote[] = [];
  let code = text;
  const step = (note: SpellingNote, next: string) => {
    if (next !== code) notes.push(note);
    code = next;
  };
  step("FULL_WIDTH", code.replace(fullWidth, halfWidth));
  step("SPACES", code.replace(spaces, ""));
  step("QUOTE", code.replace(leadingQuote, ""));
  step(
    "LOWER_CASE",
    code.replace(/[a-z]/g, (letter) => letter.toUpperCase()),
  );
  return { code, notes };
}

function halfWidth(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - fullWidthDistance);
}
