import { closeSync, openSync } from "node:fs";
import { defineBench } from "../define-bench.ts";
import { writeHouseholdList } from "../load/household-list.ts";
import { measureImport } from "../load/measure-import.ts";

/**
 * Seconds from the bytes of a CSV to household files: mapping guessed, every cell read and checked, compared with what is known, parts
 * sealed by the node, commands signed, sent over HTTP and durable. Client and node are processes of their own; details say how
 * long the tables took behind it, and processor time and peak memory of each process.
 */
export const bench = defineBench<number, number>({
  name: "registry.import",
  unit: "s",
  rounds: 1,
  full: 100_000,
  small: 300,
  prepare: async (households) => households,
  run: (households) =>
    measureImport(households, async (path) => {
      const file = openSync(path, "w");
      writeHouseholdList(file, households);
      closeSync(file);
    }),
  peers: [],
});
