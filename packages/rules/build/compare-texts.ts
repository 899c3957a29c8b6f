/**
 * −1, 0 or 1 by code points, as CEL orders texts (langdef, "Equality and Ordering"). JavaScript's `<` goes by UTF-16
 * units and would put U+1F600, whose first unit is D83D, before U+FF01.
 */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left !== right) return raised(left) < raised(right) ? -1 : 1;
  }
  return a.length < b.length ? -1 : 1;
}

/** Surrogates above all other units, which is where the code points lie that they stand for. */
function raised(unit: number): number {
  return unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit;
}
