import { partSubject } from "@mingbai/read-model/given-part";
import { defineProjection, type ProjectionContext } from "@mingbai/read-model/projection";
import { fillIn } from "./arrived.ts";
import { eraseRows, subjectsErasedBy } from "./erasing.ts";
import { type Fact, factsOf } from "./fact.ts";
import { FileBook } from "./file-book.ts";
import { openParts, partsOf } from "./named-parts.ts";
import { partRow } from "./part-row.ts";
import { migrations } from "./tables.ts";
import { touchedBy } from "./touched.ts";
import { writers } from "./writers.ts";

/** Household files in tables: what they say, who lives where, what happened, who looked. */
export const registryProjection = defineProjection({
  name: "registry",
  migrations,
  async project(blocks, context) {
    for (const { transactions } of blocks)
      for (const done of transactions) {
        const facts = factsOf(done);
        if (facts.length > 0) await write(facts, context);
      }
  },
  arrived: fillIn,
});

/** PERF: one transaction at a time, some 450 parts of an import: what is in memory stays small. Bench: registry.import. */
async function write(facts: readonly Fact[], context: ProjectionContext): Promise<void> {
  const erased = (await Promise.all(facts.map((fact) => subjectsErasedBy(fact, context)))).flat();
  const book = await FileBook.open(context, await touchedBy(facts, { context, erased }));
  const parts = facts.flatMap(partsOf);
  const opened = await openParts(context.vault, parts);
  for (const fact of facts) {
    await writers[fact.type]?.({ fact, book, context });
    for (const named of partsOf(fact)) {
      const part = opened.get(partSubject(named));
      book.addPart(named, part);
      book.add("part", partRow(fact, named, part));
      if (part === undefined) await context.awaits({ subject: partSubject(named), place: named.subject });
    }
    if (fact.type === "registry.erasureDecided") await eraseRows(fact, { book, context, subjects: erased });
  }
  await book.flush();
}
