/** Pure questions to the state, for later domains and for the read model. Nothing here changes anything. */
import type { CommandContext } from "@mingbai/ledger/definition/command";
import type { Refusal } from "@mingbai/ledger/refusal";
import type { State } from "@mingbai/ledger/state/state";
import { getMatterInTurn } from "./checks/turn.ts";
import { type MatterRow, matterTable } from "./tables.ts";

export function findMatter(state: State, matter: string): MatterRow | undefined {
  return state.table(matterTable).find(matter);
}

/**
 * A matter that was passed and that the actor may carry out, or why not: it exists, version, stage, the actor is a
 * finance supervisor of the addressee, four eyes.
 */
export function getPassedMatter(
  context: Pick<CommandContext, "state" | "actor">,
  at: { matter: string; version: number },
): MatterRow | Refusal {
  return getMatterInTurn(context, { ...at, from: ["passed"] });
}
