import type { CommandContext } from "@mingbai/ledger/definition/command";
import type { Refusal } from "@mingbai/ledger/refusal";
import { isWithin } from "../reads/is-within.ts";
import { refuse } from "../refusals.ts";
import { areaTable, organisationTable } from "../tables.ts";

/** Why a role at this organisation cannot be for this area: there is none, or it lies outside the organisation's own. */
export function findAreaRefusal(
  { state }: CommandContext,
  { organisation, area }: { organisation: string; area: string | undefined },
): Refusal | undefined {
  if (area === undefined) return undefined;
  if (state.table(areaTable).find(area) === undefined) return refuse("AREA_UNKNOWN", { area });
  const own = state.table(organisationTable).find(organisation)?.area;
  return own === undefined || isWithin(state, area, own) ? undefined : refuse("AREA_OUTSIDE", { area, own });
}
