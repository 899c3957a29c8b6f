import { toHex } from "@mingbai/codec/hex";
import { defineProjection } from "@mingbai/read-model/projection";
import { migrations, seqOf } from "./tables.ts";
import { fillIn, writers } from "./writers.ts";

/** Proposals, votes and what came of them, in tables. PERF: looks at every event; few are its own. */
export const governanceProjection = defineProjection({
  name: "governance",
  migrations,
  async found({ timeMs, events }, context) {
    for (const [index, { type, data }] of events.entries()) {
      await writers[type]?.({ data, seq: index - events.length, id: null, height: 0, timeMs }, context);
    }
  },
  async project(blocks, context) {
    for (const { transactions } of blocks) {
      for (const { logIndex, leaf, events } of transactions) {
        for (const [index, { type, data }] of events.entries()) {
          const place = { seq: seqOf(logIndex, index), height: leaf.height, timeMs: leaf.timeMs };
          await writers[type]?.({ data, ...place, id: toHex(leaf.id) }, context);
        }
      }
    }
  },
  arrived: fillIn,
});
