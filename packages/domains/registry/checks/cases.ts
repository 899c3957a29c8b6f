import type { Number64 } from "@mingbai/codec/number64";
import type { Event } from "@mingbai/ledger/definition/event";
import { isRefusal, type Refusal } from "@mingbai/ledger/refusal";
import { caseMoved } from "../events/case-moved.ts";
import { dueAt } from "../laws/due-at.ts";
import { refuse } from "../refusals.ts";
import { type Stage, turns } from "../stages.ts";
import { type CaseRow, caseTable, type HouseholdRow, householdTable } from "../tables.ts";
import { concernedAt } from "./concerned.ts";
import { type Asking, findKeeperRefusal } from "./keeping.ts";

/** A case with the household that it is about. */
export interface OpenCase {
  readonly id: Number64;
  readonly row: CaseRow;
  readonly home: HouseholdRow;
}

/** A case that stands at one of these stages, or why not. */
export function getCaseAt({ state }: Pick<Asking, "state">, id: string, at: readonly Stage[]): OpenCase | Refusal {
  const row = state.table(caseTable).find(id);
  if (row === undefined) return refuse("CASE_UNKNOWN", { case: id });
  if (!at.includes(row.stage)) return refuse("CASE_STAGE", { stage: row.stage });
  const home = state.table(householdTable).find(row.household);
  if (home === undefined) throw new Error(`case ${id} is about no household`);
  return { id, row, home };
}

/** A case at this stage of a household whose file is kept, where it is the actor's turn; or why not. */
export function getCaseInTurn(asking: Asking, id: string, stage: Stage): OpenCase | Refusal {
  const found = getCaseAt(asking, id, [stage]);
  if (isRefusal(found)) return found;
  const { home, row } = found;
  if (home.ended !== undefined) return refuse("HOUSEHOLD_ENDED", { household: row.household });
  const turn = turns[stage];
  if (turn?.orResponsible && home.responsible === asking.actor.account) return found;
  return findKeeperRefusal(asking, home, turn?.roles) ?? found;
}

/** Why the actor has had a hand in the case, so that somebody else goes on. `by`: those who have. */
export function findHandRefusal({ actor }: Asking, ...by: readonly (readonly Number64[])[]): Refusal | undefined {
  return by.flat().includes(actor.account) ? refuse("CASE_HANDS") : undefined;
}

/** The event by which the actor moves a case, with the time that the next one has. */
export function movedTo(
  { state, actor, moment }: Asking,
  { id, row, home }: OpenCase,
  { stage, content, hand }: { stage: Stage; content?: string | undefined; hand?: "checked" | "reviewed" },
): Event {
  return caseMoved({
    case: id,
    household: row.household,
    stage,
    by: actor.account,
    ...dueAt(state, { ...row, stage }, moment.timeMs),
    tells: concernedAt(state, home, { ...row, stage }),
    ...(hand && { hand }),
    ...(content !== undefined && { content }),
  });
}
