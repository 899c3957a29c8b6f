/** Variation selectors (Unicode 23.4): they say how the character before them is drawn, and are none themselves. */
const variationSelectors = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;

/**
 * How many characters a reader sees in a name: code points without variation selectors, so that 𠮷 (beyond UTF-16's first
 * plane) and 葛󠄀 (one of two shapes, as registers of names keep them) are one each.
 */
export function characterCount(text: string): number {
  return [...text.replace(variationSelectors, "")].length;
}
