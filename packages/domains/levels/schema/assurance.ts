import { faultyMax } from "@mingbai/ledger/availability/quorum";
import type { Roster } from "@mingbai/ledger/genesis/roster";
import type { Assurance } from "../views.ts";

/** What a ledger's signatures are worth, by who keeps it. */
export function assuranceOf(roster: Roster): Assurance {
  return assuranceBy({ members: roster.members.length, faultyMax: faultyMax(roster) });
}

/** The same by how many keep it and how many of those may fail. */
export function assuranceBy(kept: { members: number; faultyMax: number }): Assurance {
  if (kept.members === 1) return "operatorTrusted";
  return kept.faultyMax === 0 ? "allMustAgree" : "byzantine";
}
