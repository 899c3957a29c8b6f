import { defineBench } from "../define-bench.ts";
import { writeHouseholdWorkbook } from "../load/household-list.ts";
import { measureImport } from "../load/measure-import.ts";

/** What `registry.import` measures, from a workbook of the same list: unpacked, its rows read and packed, before any is imported. */
export const bench = defineBench<number, number>({
  name: "registry.import_excel",
  unit: "s",
  rounds: 1,
  full: 100_000,
  small: 300,
  prepare: async (households) => households,
  run: (households) => measureImport(households, (path) => writeHouseholdWorkbook(path, households)),
  peers: [],
});
