import { toHex } from "@mingbai/codec/hex";
import type { ProjectedTransaction } from "@mingbai/read-model/projected-block";
import { defineProjection, type ProjectionContext } from "@mingbai/read-model/projection";
import { writeAct } from "./act-writer.ts";
import { fillIn } from "./awaited.ts";
import type { Fact } from "./fact.ts";
import { writeLastUses } from "./last-uses.ts";
import { recoveryWriters } from "./recovery-writers.ts";
import { rowWriters } from "./row-writers.ts";
import { eventsPerSeq, migrations } from "./tables.ts";

/** Organisations and people in tables: who holds what from when until when, and every act on them. */
export const identityProjection = defineProjection({
  name: "identity",
  migrations,
  async found({ timeMs, events }, context) {
    for (const [index, event] of events.entries()) {
      await write({ ...event, seq: index - events.length, id: null, keyId: null, height: 0, timeMs }, context);
    }
  },
  async project(blocks, context) {
    for (const { transactions } of blocks) {
      for (const done of transactions) for (const fact of factsOf(done)) await write(fact, context);
    }
    await writeLastUses(blocks, context);
  },
  arrived: fillIn,
});

const writers = { ...rowWriters, ...recoveryWriters };

async function write(fact: Fact, context: ProjectionContext): Promise<void> {
  const writeRows = writers[fact.type];
  if (writeRows === undefined) return;
  await writeRows(fact, context);
  await writeAct(fact, context);
}

/** PERF: asked for every transaction of the ledger; those that are not about identity make nothing. */
function factsOf({ logIndex, leaf, events, envelope }: ProjectedTransaction): readonly Fact[] {
  if (!events.some(({ type }) => type in writers)) return [];
  return events.map(({ type, data }, index) => ({
    type,
    data,
    seq: logIndex * eventsPerSeq + index,
    id: toHex(leaf.id),
    keyId: envelope?.header.keyId ?? null,
    height: leaf.height,
    timeMs: leaf.timeMs,
  }));
}
