/** RFC 4180; a cell that a spreadsheet would run as a formula gets an apostrophe before it. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

/**
 * What a spreadsheet runs as a formula when it opens a CSV: OWASP, "CSV Injection", the full-width signs of Chinese and Japanese
 * input included. A plain negative number is left alone; `-1+cmd|…` is none.
 */
const formulaStart = /^[=+@\t\r\n＝＋＠－]|^-(?!\d+(?:\.\d+)?$)/;

function csvCell(text: string): string {
  const safe = formulaStart.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** An amount for machines: digits and a point, no groups. `decimals` of the ledger's currency. */
export function csvAmount(minor: number, decimals: number): string {
  const digits = String(Math.abs(minor)).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  return `${minor < 0 ? "-" : ""}${whole}${decimals === 0 ? "" : `.${digits.slice(-decimals)}`}`;
}

/** Spreadsheets read UTF-8 only behind this mark. */
export const csvStart = "\ufeff";
