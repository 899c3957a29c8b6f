import type { CommandContext } from "@mingbai/ledger/definition/command";
import type { Refusal } from "@mingbai/ledger/refusal";
import { disputeEnder } from "../stages.ts";
import type { MatterRow } from "../tables.ts";
import { findTurnRefusal } from "./turn.ts";

/** Why the actor cannot end a dispute: they are neither the receiver's nor the regulator. */
export function findEndingRefusal(
  context: Pick<CommandContext, "state" | "actor">,
  at: { matter: string; row: MatterRow },
): Refusal | undefined {
  return context.actor.roles.includes("regulator")
    ? undefined
    : findTurnRefusal(context, { ...at, turn: disputeEnder });
}
