import type { Fact } from "@mingbai/registry/content/facts/fact";
import { NotATableError } from "@mingbai/tabular/read/not-a-table-error";
import { tableBytesMax } from "@mingbai/tabular/read/table";
import type { FactRun, LineFault } from "../runs/fact-run.ts";
import { OpenRun } from "../runs/open-run.ts";
import { eraseRun, listRuns } from "../runs/run-files.ts";
import type { Taking } from "../taking.ts";
import { TakingFault } from "../taking-fault.ts";
import type { DropPlace, DroppedFile } from "./drop-place.ts";
import type { JudgedLine } from "./judge-fact.ts";
import { readFactTable } from "./read-fact-table.ts";
import { readJsonLines } from "./read-json-lines.ts";

/** Lines that are sealed together. */
const batchLines = 5_000;

/**
 * Takes all files that wait in a place, a run each: a file is moved away once its facts are durable, so that a crash takes it again. What
 * an ended process left of a run of this source is erased first. Which list a file is, the part of its name before the first point says.
 * A file that is no list stays where it is and replaces nothing; after the others it is told of by a TakingFault.
 */
export async function takeFiles(place: DropPlace, taking: Taking): Promise<FactRun[]> {
  const { runs, source } = taking;
  const broken = (await listRuns(runs)).filter((run) => run.source === source.name && run.state === "taking");
  for (const { run } of broken) await eraseRun(runs, run);
  const taken: FactRun[] = [];
  let fault: TakingFault | undefined;
  for (const file of await place.list()) {
    if (taking.signal.aborted) break;
    try {
      const run = await takeFile(place, file, taking);
      if (run === undefined) break;
      await place.taken(file.name);
      taken.push(run);
    } catch (error) {
      if (!(error instanceof TakingFault)) throw error;
      fault ??= error;
    }
  }
  if (fault !== undefined) throw fault;
  return taken;
}

/** Undefined where it was cancelled. */
async function takeFile(place: DropPlace, file: DroppedFile, taking: Taking): Promise<FactRun | undefined> {
  const { runs, source, now } = taking;
  const bytes = await place.read(file.name, tableBytesMax);
  const lines = linesOf(file, bytes, source.sources);
  const [list = file.name] = file.name.split(".");
  const run = await OpenRun.begin(runs, { source: source.name, sources: source.sources, list, startedMs: now() });
  const isWhole = await keepLines(run, lines, taking);
  const hasFacts = run.about.facts > 0 || run.about.bad === 0;
  if (isWhole && hasFacts) return run.finish({ endedMs: now(), sourceMs: file.modifiedMs });
  await run.leave();
  await eraseRun(runs, run.about.run);
  if (isWhole) throw new TakingFault("NO_FACTS", { told: file.name });
  return undefined;
}

function linesOf({ name }: DroppedFile, bytes: Uint8Array, sources: readonly string[]): Iterable<JudgedLine> {
  if (/\.jsonl$/i.test(name)) return readJsonLines(bytes, sources);
  try {
    return readFactTable(bytes, sources);
  } catch (error) {
    if (error instanceof NotATableError) throw new TakingFault("NOT_A_TABLE", { told: name, cause: error });
    throw error;
  }
}

async function keepLines(run: OpenRun, lines: Iterable<JudgedLine>, { signal, onProgress }: Taking): Promise<boolean> {
  for (const [facts, faults] of inBatches(lines)) {
    if (signal.aborted) return false;
    await run.append(facts, faults);
    onProgress({ facts: run.about.facts, bad: run.about.bad });
  }
  return true;
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
