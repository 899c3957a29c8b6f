import type { Fact } from "@mingbai/registry/content/facts/fact";
import type { FactRun, LineFault } from "../runs/fact-run.ts";
import { OpenRun } from "../runs/open-run.ts";
import { eraseRun, listRuns } from "../runs/run-files.ts";
import type { AskedSource } from "../sources/source-config.ts";
import type { Taking } from "../taking.ts";
import { TakingFault } from "../taking-fault.ts";

/** What a department says to numbers has one list: all it knows. */
const wholeList = "";
/** A run that ended before its end is gone on with for so long; what it has is too old afterwards. */
const resumeMsMax = 24 * 60 * 60 * 1_000;

/** What a department says of some people. `sourceMs`: when it says that its list is from, ms. */
export interface TakenBatch {
  readonly facts: Fact[];
  readonly faults: LineFault[];
  sourceMs: number;
}

/**
 * Asks about everybody whom the files name, `batch` people at a time. `takeBatch` asks about some; `before`: lines of all earlier batches.
 * Each batch is durable before the next is asked for; a run that a crash or a fault ended is gone on with, about the same people.
 * Undefined where it was cancelled. Throws a TakingFault; what came before it is kept.
 */
export async function takeInBatches(
  taking: Taking<AskedSource>,
  batch: number,
  takeBatch: (numbers: readonly string[], before: number) => Promise<TakenBatch>,
): Promise<FactRun | undefined> {
  const { signal, now, onProgress } = taking;
  const { run, numbers } = await openRun(taking, batch);
  const step = run.about.batch ?? batch;
  let sourceMs: number | undefined;
  try {
    for (let at = run.records * step; at < numbers.length; at += step) {
      if (signal.aborted) break;
      const taken = await takeBatch(numbers.slice(at, at + step), run.about.facts + run.about.bad);
      await run.append(taken.facts, taken.faults);
      sourceMs = Math.min(sourceMs ?? taken.sourceMs, taken.sourceMs);
      const { facts, bad } = run.about;
      onProgress({ facts, bad, asked: Math.min(at + step, numbers.length), of: numbers.length });
    }
  } catch (error) {
    await run.leave();
    if (signal.aborted && error instanceof TakingFault) return undefined;
    throw error;
  }
  if (!signal.aborted) return run.finish({ endedMs: now(), sourceMs });
  await run.leave();
  return undefined;
}

/** The run that waits to be gone on with, or a new one about everybody. */
async function openRun({ runs, source, numbers, now }: Taking<AskedSource>, batch: number) {
  const waiting = (await listRuns(runs)).filter((run) => run.source === source.name && run.state === "taking");
  for (const about of waiting) {
    const isRecent = now() - about.startedMs < resumeMsMax;
    const run = isRecent ? await OpenRun.resume(runs, about) : undefined;
    const asked = await run?.findAsked();
    if (run !== undefined && asked !== undefined) return { run, numbers: asked };
    await run?.leave();
    await eraseRun(runs, about.run);
  }
  const { name, sources } = source;
  const asked = await numbers();
  const run = await OpenRun.begin(runs, { source: name, sources, list: wholeList, startedMs: now(), batch });
  await run.keepAsked(asked);
  return { run, numbers: asked };
}
