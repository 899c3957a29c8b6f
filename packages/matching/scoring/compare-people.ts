import { compareAddresses } from "../fields/compare-addresses.ts";
import { compareBirths } from "../fields/compare-births.ts";
import { compareIdentityNumbers, type IdentityLevel } from "../fields/compare-identity-numbers.ts";
import { comparePhones } from "../fields/compare-phones.ts";
import { compareVillages } from "../fields/compare-villages.ts";
import { compareNames } from "../names/compare-names.ts";
import type { ReadPerson } from "../people/read-person.ts";
import type { Likeness, Reason } from "./likeness.ts";
import { weighName } from "./weigh-name.ts";
import { addressWeights, birthWeights, identityWeights, phoneWeights, sexWeights, villageWeights } from "./weights.ts";

/** A telephone that more people give is that of an office or a shop. */
const phoneBearersMax = 8;

/** Name levels that brothers and sisters have as well. */
const familyLevels = new Set<string>(["oneCharacter", "otherSurname", "sameSurname", "differ"]);

/**
 * How much speaks for two records being of one person, with the reasons. Sums are of independent fields (Fellegi and
 * Sunter 1969); where fields hang together, one of them is silent: what a family shares counts only for names that
 * could be one person's, and a date of birth says nothing new beside numbers that agree, since it is in them.
 *
 * @param people How many there are in the register: what the bearers of a name are counted among.
 */
export function comparePeople(a: ReadPerson, b: ReadPerson, people: number): Likeness {
  const identity = compareIdentityNumbers(a.identityNumber, b.identityNumber);
  const reasons: Reason[] = [];
  if (identity !== undefined) {
    reasons.push({ field: "identityNumber", level: identity, points: identityWeights[identity].points });
  }
  const name = compareNames(a.name, b.name);
  if (name !== undefined) reasons.push(weighName(name, { a: a.name, b: b.name, people }));
  pushBirth(reasons, { a, b, identity });
  pushSex(reasons, a, b);
  const isFamilyName = name === undefined || familyLevels.has(name);
  pushPlace(reasons, { a, b, isFamilyName });
  pushPhone(reasons, { a, b, isFamilyName });
  return { points: reasons.reduce((sum, reason) => sum + reason.points, 0), reasons };
}

type Two = { a: ReadPerson; b: ReadPerson };

function pushBirth(reasons: Reason[], { a, b, identity }: Two & { identity: IdentityLevel | undefined }): void {
  const level = compareBirths(a.birth, b.birth);
  if (level === undefined) return;
  const { points } = birthWeights[level];
  const isInNumbers = identity !== undefined && !identity.startsWith("differ");
  const isCounted = isInNumbers && (points > 0 || a.birth?.isFromNumber || b.birth?.isFromNumber);
  reasons.push(isCounted ? { field: "birth", level, points: 0, silent: "counted" } : { field: "birth", level, points });
}

function pushSex(reasons: Reason[], a: ReadPerson, b: ReadPerson): void {
  if (a.sex === undefined || b.sex === undefined) return;
  const level = a.sex === b.sex ? "same" : "differ";
  reasons.push({ field: "sex", level, points: sexWeights[level].points });
}

function pushPlace(reasons: Reason[], { a, b, isFamilyName }: Two & { isFamilyName: boolean }): void {
  const village = compareVillages(a.village, b.village);
  if (village !== undefined) {
    reasons.push({ field: "village", level: village, ...heard(villageWeights[village].points, isFamilyName) });
  }
  if (village !== undefined && village !== "same") return;
  const address = compareAddresses(a.address, b.address);
  if (address === undefined) return;
  reasons.push({ field: "address", level: address, ...heard(addressWeights[address].points, isFamilyName) });
}

function pushPhone(reasons: Reason[], { a, b, isFamilyName }: Two & { isFamilyName: boolean }): void {
  const level = comparePhones(a.phone?.number, b.phone?.number);
  if (level === undefined) return;
  const isOffice = level === "same" && Math.max(a.phone?.bearers ?? 0, b.phone?.bearers ?? 0) > phoneBearersMax;
  reasons.push(
    isOffice
      ? { field: "phone", level, points: 0, silent: "office" }
      : { field: "phone", level, ...heard(phoneWeights[level].points, isFamilyName) },
  );
}

/** What speaks for one person is not heard where a family would share it; what speaks against it always is. */
function heard(points: number, isFamilyName: boolean): { points: number; silent?: "family" } {
  return isFamilyName && points > 0 ? { points: 0, silent: "family" } : { points };
}
