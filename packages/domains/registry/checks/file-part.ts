import type { Event } from "@mingbai/ledger/definition/event";
import type { Refusal } from "@mingbai/ledger/refusal";
import { partRecorded } from "../events/part-recorded.ts";
import { refuse } from "../refusals.ts";
import { erasedTable } from "../tables.ts";
import type { OpenCase } from "./cases.ts";
import type { Asking } from "./keeping.ts";

/** The next part of the household's own file, as what the actor decides makes it; or why not. */
export function makeFilePart(
  { state, actor }: Asking,
  { row: { household }, home: { version } }: OpenCase,
  { base, content }: { base: number; content: string },
): Event | Refusal {
  if (state.table(erasedTable).find(household) !== undefined) return refuse("SUBJECT_ERASED", { subject: household });
  if (base > version) return refuse("BASE_AHEAD", { version: base, there: version });
  return partRecorded({ subject: household, household, version: version + 1, base, content, by: actor.account });
}
