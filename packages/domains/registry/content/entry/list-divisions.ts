import type { Divisions } from "./entry.ts";
import { cleanText } from "./plain-entry.ts";

export interface NamedDivision {
  /** 12 digits. */
  readonly code: string;
  readonly name: string;
}

const endings = /(?:村民委员会|居民委员会|村委会|居委会|社区|行政村|村)$/;

/** Villages to find by name: «枫桥», «枫桥村» and «枫桥村委会» are the same one, also behind the name of its township. */
export function listDivisions(divisions: readonly NamedDivision[]): Divisions {
  const names = new Map(divisions.map(({ code, name }) => [code, name]));
  const codes = new Map<string, string[]>();
  for (const { code, name } of divisions) {
    const key = shortName(name);
    codes.set(key, [...(codes.get(key) ?? []), code]);
  }
  return {
    find: (text) => codes.get(shortName(text)) ?? codes.get(shortName(text.replace(/^.*[乡镇道县区]/u, ""))) ?? [],
    findName: (code) => names.get(code),
  };
}

function shortName(name: string): string {
  const clean = cleanText(name).replace(/\s+/gu, "");
  const short = clean.replace(endings, "");
  return short === "" ? clean : short;
}
