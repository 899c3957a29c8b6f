/** Text as PostgreSQL takes it: no NUL, no half of a surrogate pair. */
export function sqlText(text: string): string {
  return text.replaceAll("\u0000", "").toWellFormed();
}

/** As texts are compared: small letters, no space. */
export function plainText(text: string): string {
  return sqlText(text).toLowerCase().replaceAll(/\s/g, "");
}

/** Every two signs that stand side by side in one of the texts, each once. */
export function pairsOf(texts: readonly string[]): string[] {
  const pairs = new Set<string>();
  for (const text of texts) {
    const signs = [...text];
    for (let at = 1; at < signs.length; at++) pairs.add(`${signs[at - 1]}${signs[at]}`);
  }
  return [...pairs];
}
