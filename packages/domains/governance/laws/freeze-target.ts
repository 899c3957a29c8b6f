import { isOrganisation } from "@mingbai/identity/reads/organisation";
import { frozenOrganisationTable } from "@mingbai/ledger/authority/frozen";
import type { Event } from "@mingbai/ledger/definition/event";
import type { Refusal } from "@mingbai/ledger/refusal";
import type { State } from "@mingbai/ledger/state/state";
import { frozen, unfrozen } from "@mingbai/treasury/effects";
import { isTargetFrozen } from "@mingbai/treasury/reads";
import { type FreezeEnd, freezeEnded } from "../events/freezes.ts";
import { refuse } from "../refusals.ts";
import type { FreezeTarget } from "../schema.ts";

/** The organisation that has no vote on it. */
export function concernedBy(target: FreezeTarget): { concerned?: string } {
  return target.kind === "organisation" ? { concerned: target.organisation } : {};
}

/** Whether the target stands still now, or why it cannot. */
export function standsStill(state: State, target: FreezeTarget): boolean | Refusal {
  if (target.kind !== "organisation") return isTargetFrozen(state, target);
  const { organisation } = target;
  if (!isOrganisation(state, organisation)) return refuse("NO_SUCH_ORGANISATION", { organisation });
  return state.table(frozenOrganisationTable).find(organisation) !== undefined;
}

/** What stops the target itself. An organisation is stopped by the freeze's own event. */
export function stopEvents(target: FreezeTarget, who: { by: string; organisation: string }): readonly Event[] {
  return target.kind === "organisation" ? [] : [frozen({ target, ...who })];
}

/** What ends a freeze. `who`: nobody where it ends by vote or by itself. Money that has moved on meanwhile is left alone. */
export function releaseEvents(
  state: State,
  { target, how, who }: { target: FreezeTarget; how: FreezeEnd; who?: { by: string; organisation: string } },
): readonly Event[] {
  const stands = target.kind !== "organisation" && isTargetFrozen(state, target) === true;
  return [...(stands ? [unfrozen({ target, ...who })] : []), freezeEnded({ target, how })];
}
