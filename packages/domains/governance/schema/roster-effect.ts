import { faultyMax, holdsQuorum, holdsThird } from "@mingbai/ledger/availability/quorum";
import { type RosterMember, rosterKeys } from "@mingbai/ledger/genesis/roster";

/** One organisation before and after; `power` undefined where it is not in the roster. */
export interface RosterLine {
  readonly organisation: string;
  readonly before: number | undefined;
  readonly after: number | undefined;
  /** How many of its keys somebody has to prove. */
  readonly newKeys: number;
}

/** What a roster gives: `needed` of `power` votes make a block, and any `mayFail` members may stop or lie. */
export interface Standing {
  readonly members: number;
  readonly power: number;
  readonly needed: number;
  readonly mayFail: number;
}

/**
 * What to think of before it is proposed. `fewerThanFour`: none may fail. `oneDecides`, `oneStops`: this organisation's votes
 * are more than two thirds, or enough to stop the others. `thirdLeaves`: who stays cannot sign the new roster's note alone
 * (docs/spec/log.md, 7). `newNeeded`: the ledger waits until nodes with these new keys run. Both in votes.
 */
export type RosterWarning =
  | { readonly why: "fewerThanFour" }
  | { readonly why: "oneDecides" | "oneStops"; readonly organisation: string }
  | { readonly why: "thirdLeaves" | "newNeeded"; readonly power: number; readonly of: number };

export interface RosterEffect {
  readonly lines: readonly RosterLine[];
  readonly before: Standing;
  readonly after: Standing;
  readonly warnings: readonly RosterWarning[];
}

type Members = readonly RosterMember[];

const fewMembers = 4;

/** What another roster means: for each organisation, for how many must agree and may fail, and what it puts at risk. */
export function rosterEffect(before: Members, after: Members): RosterEffect {
  const names = [...new Set([...before, ...after].map(({ organisation }) => organisation))];
  return {
    lines: names.map((organisation) => lineOf(organisation, before, after)),
    before: standingOf(before),
    after: standingOf(after),
    warnings: [...failureWarnings(after), ...transitionWarnings(before, after)],
  };
}

function lineOf(organisation: string, before: Members, after: Members): RosterLine {
  const was = findMember(before, organisation);
  const will = findMember(after, organisation);
  return {
    organisation,
    before: was?.power,
    after: will?.power,
    newKeys: will === undefined ? 0 : rosterKeys.filter((name) => was?.[name] !== will[name]).length,
  };
}

function standingOf(members: Members): Standing {
  const power = powerOf(members);
  return {
    members: members.length,
    power,
    needed: Math.floor((2 * power) / 3) + 1,
    mayFail: faultyMax({ members }),
  };
}

function failureWarnings(after: Members): RosterWarning[] {
  const few: RosterWarning[] = after.length < fewMembers ? [{ why: "fewerThanFour" }] : [];
  if (after.length === 1) return few;
  const decides = after.find((member) => holdsQuorum({ members: after }, (one) => one === member));
  if (decides) return [...few, { why: "oneDecides", organisation: decides.organisation }];
  // Of fewer than four equals each can stop the others, which has been said.
  const stops = few.length > 0 ? [] : after.filter((member) => holdsThird({ members: after }, (one) => one === member));
  return [...few, ...stops.map(({ organisation }): RosterWarning => ({ why: "oneStops", organisation }))];
}

function transitionWarnings(before: Members, after: Members): RosterWarning[] {
  const warnings: RosterWarning[] = [];
  const leaves = ({ organisation }: RosterMember) => findMember(after, organisation) === undefined;
  const isNew = (member: RosterMember) => findMember(before, member.organisation)?.consensusKey !== member.consensusKey;
  if (holdsThird({ members: before }, leaves)) {
    warnings.push({ why: "thirdLeaves", power: powerOf(before.filter(leaves)), of: powerOf(before) });
  }
  if (holdsThird({ members: after }, isNew)) {
    warnings.push({ why: "newNeeded", power: powerOf(after.filter(isNew)), of: powerOf(after) });
  }
  return warnings;
}

function findMember(members: Members, organisation: string): RosterMember | undefined {
  return members.find((member) => member.organisation === organisation);
}

function powerOf(members: Members): number {
  return members.reduce((sum, { power }) => sum + power, 0);
}
