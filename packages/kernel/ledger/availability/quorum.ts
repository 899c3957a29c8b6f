import type { Roster, RosterMember } from "../genesis/roster.ts";

/** True where these members, by number, hold more than two thirds of the roster's power. A number given twice counts once. */
export function isQuorum(roster: Roster, memberNumbers: Iterable<number>): boolean {
  const counted = new Set(memberNumbers);
  return holdsQuorum(roster, (_, number) => counted.has(number));
}

/** True where the counted members hold more than two thirds of the roster's power, without a fraction. */
export function holdsQuorum(
  { members }: Pick<Roster, "members">,
  isCounted: (member: RosterMember, number: number) => boolean,
): boolean {
  return 3n * powerOf(members.filter(isCounted)) > 2n * powerOf(members);
}

/** True where the counted members hold at least a third of the power: not all of them can fail or lie at once. */
export function holdsThird(
  { members }: Pick<Roster, "members">,
  isCounted: (member: RosterMember, number: number) => boolean,
): boolean {
  return 3n * powerOf(members.filter(isCounted)) >= powerOf(members);
}

/** How many members may fail, whichever they are: the strongest that many still hold less than a third of the power. */
export function faultyMax({ members }: Pick<Roster, "members">): number {
  const whole = powerOf(members);
  const strongestFirst = members.map(({ power }) => BigInt(power)).sort((a, b) => (a < b ? 1 : a > b ? -1 : 0));
  let held = 0n;
  let count = 0;
  for (const power of strongestFirst) {
    held += power;
    if (3n * held >= whole) break;
    count++;
  }
  return count;
}

function powerOf(members: readonly RosterMember[]): bigint {
  return members.reduce((sum, { power }) => sum + BigInt(power), 0n);
}
