import type { Fact, Source } from "@mingbai/registry/content/facts/fact";
import { OpenRun } from "../runs/open-run.ts";
import type { RunPlace } from "../runs/run-files.ts";

const batchFacts = 5_000;

/** Keeps facts as if each of these sources had dropped its list. */
export async function keepFacts(place: RunPlace, facts: Iterable<Fact>): Promise<number> {
  const runs = new Map<Source, OpenRun>();
  const waiting = new Map<Source, Fact[]>();
  let count = 0;
  for (const fact of facts) {
    count++;
    const { source } = fact;
    const batch = waiting.get(source) ?? [];
    waiting.set(source, batch);
    batch.push(fact);
    if (batch.length < batchFacts) continue;
    await (await runOf(source)).append(batch);
    waiting.delete(source);
  }
  for (const [source, batch] of waiting) await (await runOf(source)).append(batch);
  for (const run of runs.values()) await run.finish({ endedMs: 1, sourceMs: 0 });
  return count;

  async function runOf(source: Source): Promise<OpenRun> {
    const known = runs.get(source);
    if (known !== undefined) return known;
    const run = await OpenRun.begin(place, { source: source.toLowerCase(), sources: [source], list: "", startedMs: 0 });
    runs.set(source, run);
    return run;
  }
}
