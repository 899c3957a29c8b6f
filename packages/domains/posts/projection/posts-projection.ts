import { toHex } from "@mingbai/codec/hex";
import { defineProjection } from "@mingbai/read-model/projection";
import { fillIn } from "./qualified.ts";
import { migrations } from "./tables.ts";
import { writers } from "./writers.ts";

/** Events of one transaction that `seq` can tell apart. */
const eventsPerSeq = 8_192;

/** Posts in tables, with what is known of who holds them. */
export const postsProjection = defineProjection({
  name: "posts",
  migrations,
  async project(blocks, context) {
    for (const { transactions } of blocks)
      for (const { logIndex, leaf, events } of transactions)
        for (const [index, { type, data }] of events.entries()) {
          const place = { seq: logIndex * eventsPerSeq + index, timeMs: leaf.timeMs };
          // PERF: asked for every event of the ledger; a hash is spelt only where somebody needs it.
          await writers[type]?.({ data, ...place, id: () => toHex(leaf.id) }, context);
        }
  },
  arrived: fillIn,
});
