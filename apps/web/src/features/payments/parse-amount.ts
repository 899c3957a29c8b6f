/**
 * Reads an amount as typed (1200, 1,200.5, −3.50) into minor units. "" is no bound (undefined); null when it is no
 * amount, has more than `decimals` decimals or cannot be held exactly.
 */
export function parseAmount(text: string, decimals: number): number | null | undefined {
  const typed = text
    .trim()
    .replaceAll(/[,，\s]/g, "")
    .replace(/^[\u2212-]/, "-");
  if (typed === "") return undefined;
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(typed);
  if (!match) return null;
  const [, sign = "", whole = "", part = ""] = match;
  if (part.length > decimals) return null;
  const minor = Number(whole + part.padEnd(decimals, "0"));
  if (!Number.isSafeInteger(minor)) return null;
  return sign === "-" && minor !== 0 ? -minor : minor;
}
