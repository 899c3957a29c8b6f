/** How two villages stand to each other. */
export type VillageLevel = "same" | "sameTownship" | "differ";

/** Digits of the 12-digit statistical code that name the township (统计用区划代码和城乡划分代码编制规则, 2009). */
const townshipDigits = 9;

/** Compares two codes of villages; undefined where one is missing. */
export function compareVillages(a: string | undefined, b: string | undefined): VillageLevel | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (a === b) return "same";
  return a.length > townshipDigits && a.slice(0, townshipDigits) === b.slice(0, townshipDigits)
    ? "sameTownship"
    : "differ";
}
