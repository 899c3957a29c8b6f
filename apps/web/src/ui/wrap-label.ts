const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

/** About how wide a text is at a font size, px: Chinese characters are square, Latin ones a little over half that. */
export function labelWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const character of text) ems += wide.test(character) ? 1 : 0.58;
  return ems * fontSize;
}

/**
 * Breaks a label into lines no wider than `width` px: between words in Latin text, anywhere in Chinese. Nothing is
 * dropped; a single word that is too long stands alone.
 */
export function wrapLabel(text: string, { width, fontSize }: { width: number; fontSize: number }): string[] {
  const pieces = text.match(/[\u2e80-\uffef]|[^\u2e80-\uffef\s]+\s*|\s+/g) ?? [];
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces) {
    if (line !== "" && labelWidth((line + piece).trimEnd(), fontSize) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
  }
  if (line.trim() !== "") lines.push(line.trimEnd());
  return lines;
}
