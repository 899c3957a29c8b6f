import { actsIn } from "@mingbai/identity/reads/acts-in";
import { fileOffices } from "@mingbai/identity/reads/file-offices";
import type { Refusal } from "@mingbai/ledger/refusal";
import { refuse } from "../refusals.ts";
import type { HouseholdRow } from "../tables.ts";
import { type Asking, findKeeperRefusal } from "./keeping.ts";
import { livesIn } from "./opening.ts";

/**
 * Why the actor does not speak for a household: a person of it does by their own key; for those who have none its keeper
 * does, before a witness who holds an office in the area and is somebody else.
 */
export function findSpeakerRefusal(
  asking: Asking,
  row: HouseholdRow,
  witness: string | undefined,
): Refusal | undefined {
  if (livesIn(asking, row)) return undefined;
  if (witness === undefined || findKeeperRefusal(asking, row) !== undefined) return refuse("NOT_HOUSEHOLD");
  return findWitnessRefusal(asking, row, witness);
}

/** Why this account is no witness of what the actor does for a household. */
export function findWitnessRefusal(
  { state, actor, moment }: Asking,
  { area }: HouseholdRow,
  witness: string,
): Refusal | undefined {
  const holdsOffice = fileOffices.some((role) => actsIn(state, { account: witness, role, area }, moment.timeMs));
  return holdsOffice && witness !== actor.account ? undefined : refuse("WITNESS_SELF");
}
