/** Levels of the statistical code from the top, each within the one before it (国家统计局 统计用区划代码编制规则). */
export const divisionLevels = ["province", "city", "county", "street", "village"] as const;
export type DivisionLevel = (typeof divisionLevels)[number];

/** How many of the 12 digits name a division of a level; the others are zero. */
export const levelDigits: Readonly<Record<DivisionLevel, number>> = {
  province: 2,
  city: 4,
  county: 6,
  street: 9,
  village: 12,
};

export const codeDigits = 12;

/** The level that a code of 12 digits names: the lowest with a digit other than zero. */
export function levelOf(code: string): DivisionLevel {
  const digits = code.replace(/0+$/, "").length;
  const level = divisionLevels.find((candidate) => levelDigits[candidate] >= digits);
  if (level === undefined || digits === 0) throw new RangeError(`${code} is no code of 12 digits`);
  return level;
}

/** Codes of 12 digits of the levels above a code, from the province down. Some may name nothing: 东莞市 has no counties. */
export function codesAbove(code: string): string[] {
  const above = divisionLevels.slice(0, divisionLevels.indexOf(levelOf(code)));
  const codes = above.map((level) => code.slice(0, levelDigits[level]).padEnd(codeDigits, "0"));
  return [...new Set(codes)];
}
