import { concat } from "@mingbai/codec/bytes";
import { contextBytes } from "@mingbai/codec/contexts";
import type { Moment } from "@mingbai/ledger/definition/event";
import {
  canonicalRoster,
  findRoster,
  type Roster,
  type RosterMember,
  rosterBytes,
  rosterHash,
  rosterKeys,
} from "@mingbai/ledger/genesis/roster";
import { lastRoster, rosterDelayHeights } from "@mingbai/ledger/genesis/rosters";
import type { Refusal } from "@mingbai/ledger/refusal";
import type { State } from "@mingbai/ledger/state/state";
import { rosterSet } from "../events/roster-set.ts";
import { isMember } from "../reads.ts";
import { refuse } from "../refusals.ts";
import type { Plan } from "./plan.ts";

export interface RosterChange {
  readonly members: readonly RosterMember[];
}

/** Who keeps the ledger from two heights after the vote on. Every key that is new in it must be shown by its holder. */
export function rosterPlan(change: RosterChange): Plan {
  return {
    rule: "roster",
    consents: (state) => newKeys(state, change),
    findRefusal: (state, moment) => findRosterRefusal(state, change, moment),
    before: (state) => ({ members: canonicalRoster(lastRoster(state)).members }),
    events: (state, { height }) => [
      rosterSet({ ...canonicalRoster(nextRoster(state, change)), fromHeight: height + rosterDelayHeights }),
    ],
  };
}

/** The roster that would follow the last one. */
export function nextRoster(state: State, { members }: RosterChange): Roster {
  return { epoch: lastRoster(state).epoch + 1, members };
}

/** What a key of the roster signs to show that somebody holds it: this roster, of this ledger. */
export function rosterKeyMessage(chain: Uint8Array, roster: Roster): Uint8Array<ArrayBuffer> {
  return concat(contextBytes.rosterKey, chain, rosterHash(roster));
}

function newKeys(state: State, { members }: RosterChange): readonly string[] {
  const before = new Map(lastRoster(state).members.map((member) => [member.organisation, member]));
  return members.flatMap((member) => {
    const held = before.get(member.organisation);
    return rosterKeys.flatMap((name) => (held?.[name] === member[name] ? [] : [member[name]]));
  });
}

function findRosterRefusal(state: State, change: RosterChange, { height }: Moment): Refusal | undefined {
  const keepers = lastRoster(state).members.map(({ organisation }) => organisation);
  const stranger = change.members.find(
    ({ organisation }) => !keepers.includes(organisation) && !isMember(state, organisation),
  );
  if (stranger !== undefined) return refuse("NOT_A_MEMBER", { organisation: stranger.organisation });
  if (findRoster(rosterBytes(nextRoster(state, change))) === undefined) return refuse("ROSTER_TWICE");
  // A block sets one roster at most: the ledger keeps no more of them that wait.
  return lastRoster(state).fromHeight >= height + rosterDelayHeights ? refuse("ROSTER_WAITS") : undefined;
}
