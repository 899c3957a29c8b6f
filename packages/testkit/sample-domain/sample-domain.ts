import { defineDomain } from "@mingbai/ledger/definition/domain";
import { eraseNote } from "./commands/erase-note.ts";
import { handOver } from "./commands/hand-over.ts";
import { writeNote } from "./commands/write-note.ts";
import { sampleHandedOver } from "./handed-over.ts";
import { joined } from "./joined.ts";
import { noteErased, noteTable, noteWritten, sampleRefusals } from "./notes.ts";
import { paySample } from "./pay-sample.ts";

/** The smallest domain that uses every port of the ledger: notes that may be erased by themselves, or tell of a double vote, and payments. */
export const sampleDomain = defineDomain({
  name: "sample",
  tables: [noteTable],
  refusals: sampleRefusals,
  events: [noteWritten, noteErased, joined, sampleHandedOver],
  commands: [writeNote, eraseNote, handOver],
  payments: paySample,
  doubleVotes: (_, proven) =>
    proven.map(({ organisation, height }) => noteWritten({ key: `double vote ${height}`, text: organisation })),
  deadlines: {
    next(state) {
      const due = state
        .table(noteTable)
        .entries()
        .flatMap(([, { dueMs }]) => dueMs ?? []);
      return due.length === 0 ? undefined : Math.min(...due);
    },
    due(state, { timeMs }) {
      const notes = state.table(noteTable).entries();
      return notes.flatMap(([key, { dueMs }]) => (dueMs !== undefined && dueMs <= timeMs ? [noteErased({ key })] : []));
    },
  },
});
