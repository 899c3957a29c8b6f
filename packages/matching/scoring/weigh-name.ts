import type { NameLevel } from "../names/compare-names.ts";
import type { CountedName } from "../people/read-person.ts";
import type { Reason } from "./likeness.ts";
import { rarityLoss } from "./rarity.ts";
import { nameWeights } from "./weights.ts";

type Names = { a: CountedName; b: CountedName; people: number };

/** What two names weigh: nearly equal ones by how many people of the register bear such a name. */
export function weighName(level: NameLevel, { a, b, people }: Names): Reason {
  const { points } = nameWeights[level];
  const bearers = countBearers(level, a, b);
  return bearers === undefined
    ? { field: "name", level, points }
    : { field: "name", level, points: points - rarityLoss(bearers, people), bearers };
}

/** By the form of the names, or by their sound where that is what they share; undefined where neither is. */
function countBearers(level: NameLevel, a: CountedName, b: CountedName): number | undefined {
  if (level === "same" || level === "variant" || level === "lookAlike") {
    return Math.max(a.alike.bearers, b.alike.bearers);
  }
  if (level === "sameSound" || level === "nearSound" || level === "swapped") {
    return Math.max(a.sounding.bearers, b.sounding.bearers);
  }
  return undefined;
}
