import type { ProjectedBlock } from "@mingbai/read-model/projected-block";
import type { ProjectionContext } from "@mingbai/read-model/projection";

/**
 * When each key last signed something that stands in the log, in block time. Keys that are not registered change nothing.
 * PERF: one statement for all blocks that are written together; few keys sign most of what a block holds.
 */
export async function writeLastUses(blocks: readonly ProjectedBlock[], { query }: ProjectionContext): Promise<void> {
  const uses = new Map<string, number>();
  for (const { transactions } of blocks) {
    for (const { envelope, leaf } of transactions) {
      if (envelope !== undefined) uses.set(envelope.header.keyId, leaf.timeMs);
    }
  }
  if (uses.size === 0) return;
  await query(
    `update identity.key set used_ms = used.time_ms
       from unnest($1::text[], $2::bigint[]) as used(key_id, time_ms) where key.key_id = used.key_id`,
    [[...uses.keys()], [...uses.values()]],
  );
}
