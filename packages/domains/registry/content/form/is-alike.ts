/** Plain data, key by key: an absent key and an undefined one are the same. */
export function isAlike(one: unknown, other: unknown): boolean {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return one === other;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => isAlike(valueAt(one, key), valueAt(other, key)));
}

function valueAt(of: object, key: string): unknown {
  return Object.entries(of).find(([name]) => name === key)?.[1];
}
