/** Every two signs that stand side by side in a text, each once; none in a text of one sign. */
export function pairsOf(text: string): string[] {
  const signs = [...text];
  return [...new Set(signs.slice(1).map((sign, index) => `${signs[index]}${sign}`))];
}
