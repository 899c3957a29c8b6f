import { toHex } from "@mingbai/codec/hex";
import type { ProjectedTransaction } from "@mingbai/read-model/projected-block";
import { defineProjection } from "@mingbai/read-model/projection";
import { fillIn } from "./arrived.ts";
import { caseWriters } from "./case-writers.ts";
import { helpWriters } from "./help-writers.ts";
import { MatterBook } from "./matter-book.ts";
import { reasonWriters } from "./reason-writers.ts";
import { recoveryWriters } from "./recovery-writers.ts";
import { eventsPerSeq, migrations } from "./tables.ts";
import { type Fact, writers } from "./writers.ts";

/** What other domains tell people. */
const toldWriters = { ...recoveryWriters, ...helpWriters, ...caseWriters, ...reasonWriters };

/** Matters in tables: where each stands, who sees it, what was said. */
export const workflowProjection = defineProjection({
  name: "workflow",
  migrations,
  async project(blocks, context) {
    const facts = blocks.flatMap(({ transactions }) => transactions.flatMap(factsOf));
    if (facts.length === 0) return;
    const book = await MatterBook.open(context, [
      ...new Set(facts.flatMap(({ data }) => (data.matter === undefined ? [] : [String(data.matter)]))),
    ]);
    for (const fact of facts) {
      await writers[fact.type]?.(fact, book, context);
      toldWriters[fact.type]?.(fact, book);
    }
    await book.flush();
  },
  arrived: fillIn,
});

/** PERF: asked for every transaction of the ledger; those that touch no matter make nothing. */
function factsOf({ logIndex, leaf, events, envelope }: ProjectedTransaction): Fact[] {
  if (!events.some(isTold)) return [];
  let payment = -1;
  const facts = events.map(({ type, data }, index) => {
    if (type === "treasury.paid") payment++;
    const place = { id: toHex(leaf.id), height: leaf.height, timeMs: leaf.timeMs };
    return { type, data, seq: logIndex * eventsPerSeq + index, ...place, command: envelope?.header.command, payment };
  });
  return facts.filter(isTold);
}

/** Money is told where it was the effect of a matter, what other domains tell always. */
function isTold({ type, data }: { type: string; data: { readonly [name: string]: unknown } }): boolean {
  return type in toldWriters || (type in writers && data.matter !== undefined);
}
