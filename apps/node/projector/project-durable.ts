import type { FollowedLog } from "@mingbai/log/segments/follow-segment-log";
import type { ProjectedBlock } from "@mingbai/read-model/projected-block";
import type { Position, Projector } from "@mingbai/read-model/projector";
import type { DurableMarks } from "../open-ledger.ts";
import type { SubjectReader } from "../subjects/subject-reader.ts";
import type { VaultReader } from "../vault/vault-reader.ts";
import { followBlocks } from "./follow.ts";

/**
 * How much goes into one SQL transaction; a projector that is not behind writes each block as it comes. PERF: a payee's
 * totals are written once a group, so that large groups cost half of small ones (docs/adr/0004); 35 MB of lines.
 */
export const groupUnitsMax = 524_288;
export const groupBlocksMax = 512;

export interface DurableLedger {
  readonly blocks: FollowedLog;
  readonly bodies: FollowedLog;
  readonly vault: VaultReader;
  /** Absent where no projection asks for parts of subjects. */
  readonly subjects?: SubjectReader;
}

/**
 * Projects the genesis and every durable block that the tables have not read yet, a group at a time. Rows that lacked what the
 * vault has now are filled in first: blocks that follow may be shown by them.
 */
export async function projectDurable(
  projector: Projector,
  ledger: DurableLedger,
  { marks, onPosition }: { marks: DurableMarks; onPosition: (position: Position) => void },
): Promise<void> {
  const fresh = await ledger.vault.readUpTo(marks.vaultEntries);
  await projector.found();
  if (fresh.length > 0) await projector.arrived(fresh);
  for await (const parts of ledger.subjects?.readUpTo(marks.subjects) ?? []) await projector.arrived(parts);
  let group: ProjectedBlock[] = [];
  let units = 0;
  const flush = async (): Promise<void> => {
    if (group.length === 0) return;
    await projector.project(group);
    onPosition(projector.position);
    group = [];
    units = 0;
  };
  for await (const block of followBlocks(ledger, { from: projector.position.next, below: marks.blocks })) {
    group.push(block);
    units += block.transactions.reduce((sum, { leaf }) => sum + leaf.units, 0);
    if (units >= groupUnitsMax || group.length >= groupBlocksMax) await flush();
  }
  await flush();
}
