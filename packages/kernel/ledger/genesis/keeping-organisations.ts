import type { State } from "../state/state.ts";
import { rostersAllowed } from "./rosters.ts";

/** Whose nodes keep the ledger at this height, each once, by id: any of them may have been given what others are given. */
export function keepingOrganisations(state: State, height: number): string[] {
  const members = rostersAllowed(state, height).flatMap((roster) => roster.members);
  return [...new Set(members.map(({ organisation }) => organisation))].sort();
}
