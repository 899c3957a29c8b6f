/** A register of fewer people is taken for one of this many: it says little about how rare a name is. */
const countedPeopleMin = 100_000;
/** However often a name occurs, it weighs as if at most this many in a million had it. */
const perMillionMax = 4_096;
const pointsPerDoubling = 10;

/**
 * What a name weighs less than one that one person in a million bears: ten points for each doubling of its bearers, in
 * whole doublings. Frequent values weigh less: Winkler, Frequency-Based Matching in the Fellegi–Sunter Model of Record
 * Linkage, ASA Survey Research Methods 1989, 778–783.
 */
export function rarityLoss(bearers: number, people: number): number {
  const perMillion = Math.trunc((bearers * 1_000_000) / Math.max(people, countedPeopleMin));
  const bounded = Math.min(Math.max(perMillion, 1), perMillionMax);
  return (31 - Math.clz32(bounded)) * pointsPerDoubling;
}
