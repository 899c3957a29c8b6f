import { isOffice } from "@mingbai/identity/schema";
import type { RoleName } from "@mingbai/identity/views";
import type { PersonInHand } from "./person-in-hand.ts";

/** The offices that a person holds in their own name, now or later: what can be handed over or stood in for. */
export function ownOffices({ roles }: PersonInHand): RoleName[] {
  const held = roles.filter(({ standing, deputyOf }) => standing !== "ended" && deputyOf === null);
  return [...new Set(held.map(({ role }) => role))].filter(isOffice);
}
