import type { Event } from "@mingbai/ledger/definition/event";
import { membersFounded } from "./events/members.ts";

/** The event of a genesis that gives these organisations, registered before it, a vote each. */
export function foundingMembers(organisations: readonly string[]): Event[] {
  return organisations.length === 0 ? [] : [membersFounded({ organisations })];
}
