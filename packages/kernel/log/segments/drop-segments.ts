import type { LogPlace, LogState } from "./log-state.ts";
import { writeMeta } from "./meta-file.ts";

/** Removes the segments that hold only records before `sequence`; the tail's segment stays. */
export async function dropSegments({ disk, folder }: LogPlace, state: LogState, sequence: number): Promise<void> {
  const { segments } = state;
  const kept = segments.filter((_, position) => (segments[position + 1]?.first ?? Number.POSITIVE_INFINITY) > sequence);
  const base = kept[0]?.first ?? state.base;
  if (base === state.base) return;
  // First the meta file: a crash in between leaves files that the next start removes, never a gap it cannot explain.
  await writeMeta(disk, folder, { base, cutFrom: undefined });
  state.segments = kept;
  state.base = base;
  for (const { path } of segments.slice(0, segments.length - kept.length)) await disk.remove(path);
  await disk.syncFolder(folder);
}
