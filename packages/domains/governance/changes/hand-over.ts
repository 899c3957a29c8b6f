import type { Moment } from "@mingbai/ledger/definition/event";
import { getConfiguration } from "@mingbai/ledger/genesis/configuration";
import { findEra } from "@mingbai/ledger/genesis/era";
import { canonicalRoster } from "@mingbai/ledger/genesis/roster";
import { lastRoster } from "@mingbai/ledger/genesis/rosters";
import type { Refusal } from "@mingbai/ledger/refusal";
import type { State } from "@mingbai/ledger/state/state";
import { handedOver } from "../events/handed-over.ts";
import { refuse } from "../refusals.ts";
import type { Plan } from "./plan.ts";
import { nextRoster, type RosterChange, rosterPlan } from "./roster.ts";

/**
 * A ledger that one organisation keeps alone goes over to several: the block that applies it is the last of the one. As with
 * any roster every new key must be shown by its holder; whoever kept the ledger stays, to hand it to the others.
 */
export function handOverPlan(change: RosterChange): Plan {
  const roster = rosterPlan(change);
  return {
    ...roster,
    findRefusal: (state, moment) => findHandOverRefusal(state, change, moment) ?? roster.findRefusal(state, moment),
    events: (state) => {
      const { epoch, members } = canonicalRoster(nextRoster(state, change));
      return [handedOver({ epoch, members })];
    },
  };
}

function findHandOverRefusal(state: State, { members }: RosterChange, { height }: Moment): Refusal | undefined {
  const { demo, network } = getConfiguration(state);
  if (demo) return refuse("DEMO_STAYS_ALONE");
  const { members: keepers, fromHeight } = lastRoster(state);
  const [keeper] = keepers;
  if (keeper === undefined || keepers.length > 1 || findEra(state) !== undefined) return refuse("KEPT_BY_SEVERAL");
  if (network) return refuse("ORDERED_BY_NETWORK");
  const { organisation } = keeper;
  if (!members.some((member) => member.organisation === organisation)) return refuse("KEEPER_STAYS", { organisation });
  if (members.length === 1) return refuse("NOBODY_ELSE");
  return fromHeight > height ? refuse("ROSTER_WAITS") : undefined;
}
