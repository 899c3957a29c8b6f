/** Events that later domains may make, too: the effect of a stage moves money and matter in one transaction, or neither. */
import type { CommandContext } from "@mingbai/ledger/definition/command";
import type { Event } from "@mingbai/ledger/definition/event";
import { matterMoved } from "./events/matter-moved.ts";
import { dueAfter } from "./laws/due-after.ts";
import type { Stage } from "./stages.ts";
import type { MatterRow } from "./tables.ts";

export interface Move {
  readonly stage: Stage;
  /** The addressee unless somebody else is asked. */
  readonly holder?: string;
  /** The actor decided on this version: whoever did takes no other part in it. */
  readonly decides?: boolean;
  readonly words?: string | undefined;
  readonly opinion?: string;
}

/** The event by which the actor moves a matter, with the time that the next one has. */
export function moved(
  { state, actor, moment }: Pick<CommandContext, "state" | "actor" | "moment">,
  { matter, row }: { matter: string; row: Pick<MatterRow, "version" | "addressee"> },
  { stage, holder, decides, words, opinion }: Move,
): Event {
  const dueMs = dueAfter(state, stage, moment.timeMs);
  return matterMoved({
    matter,
    version: row.version,
    stage,
    holder: holder ?? row.addressee,
    by: actor.account,
    ...(decides === true && { decides }),
    ...(dueMs !== undefined && { dueMs }),
    ...(words !== undefined && { words }),
    ...(opinion !== undefined && { opinion }),
  });
}
