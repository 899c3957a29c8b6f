import type { Fact } from "@mingbai/registry/content/facts/fact";
import { tableBytesMax } from "@mingbai/tabular/read/table";
import type { FactRun, LineFault } from "../runs/fact-run.ts";
import { OpenRun } from "../runs/open-run.ts";
import { eraseRun, listRuns } from "../runs/run-files.ts";
import type { Taking } from "../taking.ts";
import type { DropPlace, DroppedFile } from "./drop-place.ts";
import type { JudgedLine } from "./judge-fact.ts";
import { readFactTable } from "./read-fact-table.ts";
import { readJsonLines } from "./read-json-lines.ts";

/** Lines that are sealed together. */
const batchLines = 5_000;

/**
 * Takes all files that wait in a place, a run each: a file is moved away once its facts are durable, so that a crash takes it again. What
 * an ended process left of a run of this source is erased first. Which list a file is, the part of its name before the first point says.
 */
export async function takeFiles(place: DropPlace, taking: Taking): Promise<FactRun[]> {
  const { runs, source } = taking;
  const broken = (await listRuns(runs)).filter((run) => run.source === source.name && run.state === "taking");
  for (const { run } of broken) await eraseRun(runs, run);
  const taken: FactRun[] = [];
  for (const file of await place.list()) {
    if (taking.signal.aborted) break;
    const run = await takeFile(place, file, taking);
    if (run === undefined) break;
    await place.taken(file.name);
    taken.push(run);
  }
  return taken;
}

async function takeFile(place: DropPlace, file: DroppedFile, taking: Taking): Promise<FactRun | undefined> {
  const { runs, source, now, signal, onProgress } = taking;
  const bytes = await place.read(file.name, tableBytesMax);
  const lines = /\.jsonl$/i.test(file.name)
    ? readJsonLines(bytes, source.sources)
    : readFactTable(bytes, source.sources);
  const [list = file.name] = file.name.split(".");
  const run = await OpenRun.begin(runs, { source: source.name, sources: source.sources, list, startedMs: now() });
  for (const [facts, faults] of inBatches(lines)) {
    if (signal.aborted) {
      await run.leave();
      await eraseRun(runs, run.about.run);
      return undefined;
    }
    await run.append(facts, faults);
    onProgress({ facts: run.about.facts, bad: run.about.bad });
  }
  return run.finish({ endedMs: now(), sourceMs: file.modifiedMs });
}

function* inBatches(lines: Iterable<JudgedLine>): Generator<[Fact[], LineFault[]]> {
  let batch: [Fact[], LineFault[]] = [[], []];
  for (const line of lines) {
    if ("fact" in line) batch[0].push(line.fact);
    else batch[1].push(line.fault);
    if (batch[0].length + batch[1].length < batchLines) continue;
    yield batch;
    batch = [[], []];
  }
  yield batch;
}
