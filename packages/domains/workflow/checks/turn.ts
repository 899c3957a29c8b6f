import type { Actor } from "@mingbai/ledger/authority/role";
import type { CommandContext } from "@mingbai/ledger/definition/command";
import { isRefusal, type Refusal } from "@mingbai/ledger/refusal";
import { refuse } from "../refusals.ts";
import { type Stage, type Turn, turns } from "../stages.ts";
import { type MatterRow, matterTable } from "../tables.ts";
import { isAtTurn, neededFor } from "./side.ts";

type Asking = Pick<CommandContext, "state" | "actor">;
type Someone = Pick<Actor, "account" | "organisation" | "roles">;

export interface Step {
  readonly matter: string;
  /** The version that the actor saw. */
  readonly version: number;
  /** Where the matter must stand. */
  readonly from: readonly Stage[];
}

/** The matter where it stands as the actor saw it, or why not, in this order: it exists, version, stage. */
export function getMatterAt({ state }: Pick<Asking, "state">, { matter, version, from }: Step): MatterRow | Refusal {
  const row = state.table(matterTable).find(matter);
  if (row === undefined) return refuse("MATTER_UNKNOWN", { matter });
  if (row.version !== version) return refuse("VERSION_STALE", { matter, seen: version, version: row.version });
  return from.includes(row.stage) ? row : refuse("STAGE_WRONG", { matter, stage: row.stage });
}

/** The matter where it is the actor's to move, or why not: it exists, version, stage, turn, four eyes. */
export function getMatterInTurn(asking: Asking, step: Step): MatterRow | Refusal {
  const row = getMatterAt(asking, step);
  if (isRefusal(row)) return row;
  const turn = turns[row.stage];
  if (turn === undefined) throw new Error(`${row.stage} is an end`);
  return findTurnRefusal(asking, { matter: step.matter, row, turn }) ?? row;
}

/**
 * Why it is not the actor's turn. Who entered any version decides on none; who decided on a version neither pays nor
 * confirms it. Whoever reviews may do so in several steps: forward, then pass.
 */
export function findTurnRefusal(
  { actor }: { actor: Someone },
  { matter, row, turn }: { matter: string; row: MatterRow; turn: Turn },
): Refusal | undefined {
  const { roles, at } = neededFor(row, turn);
  const detail = { matter, stage: row.stage, roles: [...roles], at };
  if (!isAtTurn(actor, row, turn)) return refuse("WRONG_TURN", detail);
  const isDeciding = turn.side === "holder" || turn.side === "addressee";
  if (isDeciding && row.enteredBy.includes(actor.account)) return refuse("OWN_ENTRY", detail);
  const isAfterwards = row.stage !== "submitted" && row.stage !== "returned" && row.stage !== "disputed";
  return isAfterwards && row.decidedBy.includes(actor.account) ? refuse("OWN_REVIEW", detail) : undefined;
}
