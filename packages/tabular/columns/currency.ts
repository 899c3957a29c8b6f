/** Signs and codes of money as lists write them. `¥` is taken for the yuan and `$` for the dollar of the United States. */
const marks: readonly (readonly [RegExp, string])[] = [
  [/£|\bGBP\b/i, "GBP"],
  [/€|\bEUR\b/i, "EUR"],
  [/\bHKD\b/i, "HKD"],
  [/\bJPY\b/i, "JPY"],
  [/\bUSD\b|\$/i, "USD"],
  [/[¥元圆]|人民币|\b(?:CNY|RMB)\b/i, "CNY"],
  [/₽|\bRUB\b/i, "RUB"],
  [/₹|\bINR\b/i, "INR"],
  [/₩|\bKRW\b/i, "KRW"],
];

/** The ISO 4217 code of the currency that a cell names, or undefined where it names none. */
export function findCurrency(cell: string): string | undefined {
  // Nearly every cell of nearly every list begins and ends with a digit; a currency stands at one end.
  if (isDigit(cell.charCodeAt(cell.length - 1)) && (isDigit(cell.charCodeAt(0)) || cell[0] === "-")) {
    if (cell[0] !== "-" || isDigit(cell.charCodeAt(1))) return undefined;
  }
  const text = cell.normalize("NFKC");
  return marks.find(([mark]) => mark.test(text))?.[1];
}

/** Signs that several countries' money bears, with the codes that each may mean. */
const sharedSigns: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\$/, ["USD", "HKD", "AUD", "CAD", "NZD", "SGD", "MXN", "TWD", "BRL"]],
  [/[¥元圆]/, ["CNY", "JPY", "HKD", "TWD", "MOP"]],
  [/£/, ["GBP", "EGP", "FKP", "GIP"]],
];

/** True where a cell names no currency, this one, or only a sign that this one bears too: `$` in a list of Australia. */
export function mayMean(cell: string, currency: string): boolean {
  const found = findCurrency(cell);
  if (found === undefined || found === currency) return true;
  const text = cell.normalize("NFKC");
  return (
    !/[a-z]{3}|[a-z]\$|人民币/i.test(text) &&
    sharedSigns.some(([sign, codes]) => sign.test(text) && codes.includes(currency))
  );
}

/** The currency that most cells of a column name, with what the others name; undefined where no cell names one. */
export function decideCurrency(
  cells: Iterable<string>,
): { readonly currency: string; readonly others: ReadonlyMap<string, number> } | undefined {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    const found = findCurrency(cell);
    if (found !== undefined) counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  const [first] = [...counts].toSorted(([, a], [, b]) => b - a);
  if (first === undefined) return undefined;
  return { currency: first[0], others: new Map([...counts].filter(([name]) => name !== first[0])) };
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
