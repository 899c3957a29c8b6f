import { faultyMax } from "@mingbai/ledger/availability/quorum";
import type { Roster } from "@mingbai/ledger/genesis/roster";

/** operatorTrusted: one organisation, which could write what it likes. allMustAgree: so few that all must sign. byzantine: f ≥ 1 may lie. */
export type Assurance = "operatorTrusted" | "allMustAgree" | "byzantine";

/** What a ledger's signatures are worth, by who keeps it. */
export function assuranceOf(roster: Roster): Assurance {
  if (roster.members.length === 1) return "operatorTrusted";
  return faultyMax(roster) === 0 ? "allMustAgree" : "byzantine";
}
