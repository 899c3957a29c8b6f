import { closeSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { countyForm } from "@mingbai/registry/content/form/county/county-form";
import { formHeaderScore } from "@mingbai/registry/content/import/guess/form-header-score";
import { guessMapping } from "@mingbai/registry/content/import/guess/guess-mapping";
import { readHouseholds } from "@mingbai/registry/content/import/read/read-households";
import { openTable } from "@mingbai/tabular/read/open-table";
import { FileBytes } from "../../../apps/cli/import/households/file-bytes.ts";
import { defineBench } from "../define-bench.ts";
import { writeHouseholdList } from "../load/household-list.ts";

interface Prepared {
  readonly folder: string;
  readonly file: FileBytes;
  readonly households: number;
}

/**
 * Seconds from a file of invented households, one row a person and every field of the county's form a column, to checked
 * households under the guessed mapping, in one thread.
 */
export const bench = defineBench<number, Prepared>({
  name: "registry.read_list",
  unit: "s",
  rounds: 1,
  full: 100_000,
  small: 300,
  prepare: async (households) => {
    const folder = mkdtempSync(join(tmpdir(), "mingbai-bench-households-"));
    const path = join(folder, "list.csv");
    const list = openSync(path, "w");
    writeHouseholdList(list, households);
    closeSync(list);
    return { folder, file: new FileBytes(path), households };
  },
  async run({ file, households }) {
    const [startMs, startCpu] = [performance.now(), process.cpuUsage()];
    const { beginning, rows } = openTable(file, formHeaderScore(countyForm));
    const { mapping } = guessMapping([beginning], countyForm);
    const { header, groups } = beginning;
    const options = { day: "2026-03-01", maskName: (name: string) => name };
    let [ready, people] = [0, 0];
    for (const part of readHouseholds([{ header, groups, rows }], mapping, countyForm, options)) {
      if (part.kind !== "household" || part.household.state !== "ready") continue;
      ready++;
      people += part.household.household.people.length;
    }
    if (ready !== households) throw new Error(`${ready} of ${households} households were read`);
    const { user, system } = process.cpuUsage(startCpu);
    const residentMb = process.resourceUsage().maxRSS / 1_024;
    const figure = (performance.now() - startMs) / 1_000;
    return { figure, details: { people, cpuSeconds: (user + system) / 1e6, residentMb } };
  },
  peers: [],
  close: async ({ folder, file }) => {
    file[Symbol.dispose]();
    rmSync(folder, { recursive: true });
  },
});
