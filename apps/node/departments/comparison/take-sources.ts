import type { SourceProgress } from "@mingbai/registry/queries/comparison/comparison-tables";
import type { DepartmentSource } from "../sources/source-config.ts";
import { takeSource } from "../take-source.ts";
import type { Taking } from "../taking.ts";
import { TakingFault } from "../taking-fault.ts";

/** How often a run says how far it is. */
const tellMs = 500;

/**
 * Takes what all sources have, one after another. One that fails says why and keeps no other from being asked; what it said before stays in force.
 * Calls `onProgress` now and then, and at the end of each.
 */
export async function takeSources(
  sources: readonly DepartmentSource[],
  shared: Omit<Taking, "source" | "onProgress">,
  { drops, onProgress }: { drops: string; onProgress: (sources: readonly SourceProgress[]) => Promise<void> },
): Promise<void> {
  const told: SourceProgress[] = sources.map(({ name, title }) => ({
    name,
    ...title,
    state: "waiting",
    facts: 0,
    bad: 0,
  }));
  let toldMs = 0;
  const tell = async (at: number, changes: Partial<SourceProgress>, isLate: boolean): Promise<void> => {
    const before = told[at];
    if (before !== undefined) told[at] = { ...before, ...changes };
    if (!isLate && shared.now() - toldMs < tellMs) return;
    toldMs = shared.now();
    await onProgress(told);
  };
  for (const [at, source] of sources.entries()) {
    if (shared.signal.aborted) return;
    await tell(at, { state: "asking" }, true);
    let latest: Promise<void> = Promise.resolve();
    const onTaken = (progress: Partial<SourceProgress>): void => {
      latest = latest.then(() => tell(at, progress, false));
    };
    const outcome = await takeOne({ ...shared, source, onProgress: onTaken }, drops);
    await latest;
    await tell(at, outcome, true);
  }
}

async function takeOne(taking: Taking, drops: string): Promise<Partial<SourceProgress>> {
  try {
    const taken = await takeSource(taking, drops);
    const sum = (of: "facts" | "bad") => taken.reduce((total, run) => total + run[of], 0);
    const times = taken.flatMap(({ sourceMs }) => sourceMs ?? []);
    const sourceMs = times.length === 0 ? {} : { sourceMs: Math.min(...times) };
    return { state: "done", facts: sum("facts"), bad: sum("bad"), ...sourceMs };
  } catch (error) {
    if (error instanceof TakingFault) return { state: "failed", trouble: error.message };
    // A folder that cannot be read is its own source's trouble; anything else is a bug.
    if (!(error instanceof Error && "code" in error && "syscall" in error)) throw error;
    return { state: "failed", trouble: `FILE_FAULT: ${String(error.code)}` };
  }
}
