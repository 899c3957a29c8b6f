import { actorTable } from "@mingbai/ledger/authority/role";
import { helpersOf } from "@mingbai/posts/reads";
import { type HouseholdRow, personTable } from "../tables.ts";
import type { Asking } from "./keeping.ts";

/**
 * Whom a message about a household concerns besides its writer: who answers for it, its people with a key of their own, and
 * the village: those with a post there who belong to the organisation that keeps the file, so that they may open it.
 */
export function findTold(
  { state, actor, moment }: Asking,
  { area, keeper, people, responsible }: HouseholdRow,
): string[] {
  const residents = people.flatMap((person) => state.table(personTable).find(person)?.account ?? []);
  const village = helpersOf(state, area, moment.timeMs).filter(
    (account) => state.table(actorTable).find(account)?.organisation === keeper,
  );
  const told = new Set([...(responsible === undefined ? [] : [responsible]), ...residents, ...village]);
  told.delete(actor.account);
  return [...told];
}
