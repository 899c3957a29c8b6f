import { toHex } from "@mingbai/codec/hex";
import { defineProjection } from "@mingbai/read-model/projection";
import { migrations } from "./tables.ts";
import { writers } from "./writers.ts";

/** Events of one transaction that `seq` can tell apart. */
const eventsPerSeq = 8_192;

/** Ties, transfers and totals in tables. PERF: looks at every event; few are its own. */
export const levelsProjection = defineProjection({
  name: "levels",
  migrations,
  async project(blocks, { query }) {
    for (const { transactions } of blocks) {
      for (const { logIndex, leaf, events } of transactions) {
        for (const [index, { type, data }] of events.entries()) {
          const place = { seq: logIndex * eventsPerSeq + index, logIndex, height: leaf.height, timeMs: leaf.timeMs };
          await writers[type]?.({ data, ...place, id: toHex(leaf.id) }, query);
        }
      }
    }
  },
});
