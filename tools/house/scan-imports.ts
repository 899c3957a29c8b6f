import type { MaskedSource } from "./mask-source.ts";

/** One import of a file. `typeOnly` leaves nothing at run time, but still counts for who may know whom. */
export type Import = { specifier: string; start: number; typeOnly: boolean; isReexport: boolean };

const statement = /\b(import|export)\b(\s+type\b)?([^"';()=]*?)(?:\bfrom\b\s*)?["']/g;
const call = /\bimport\s*\(\s*["']/g;

/** Finds static imports, re-exports and `import("…")` of a fixed name, in the order of the text. */
export function scanImports(masked: MaskedSource): Import[] {
  const strings = new Map(masked.strings.map((string) => [string.start, string.text]));
  const found: Import[] = [];
  for (const match of masked.code.matchAll(statement)) {
    const [whole, keyword, type, names] = match;
    const specifier = strings.get(match.index + whole.length);
    // `export const a = "…"` has no `from`; a bare `import "…"` has neither names nor `from`.
    const isImport = /\bfrom\s*["']$/.test(whole) || (keyword === "import" && names?.trim() === "" && !type);
    if (specifier === undefined || !isImport) continue;
    found.push({ specifier, start: match.index, typeOnly: Boolean(type), isReexport: keyword === "export" });
  }
  for (const match of masked.code.matchAll(call)) {
    const specifier = strings.get(match.index + match[0].length);
    if (specifier !== undefined) found.push({ specifier, start: match.index, typeOnly: false, isReexport: false });
  }
  return found.sort((a, b) => a.start - b.start);
}
