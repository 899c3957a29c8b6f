import { join } from "node:path";
import { takeByNumber } from "./dci/take-by-number.ts";
import { dropFolder } from "./files/drop-folder.ts";
import { takeFiles } from "./files/take-files.ts";
import { takePrivately } from "./private/take-privately.ts";
import type { FactRun } from "./runs/fact-run.ts";
import { eraseRun, listRuns } from "./runs/run-files.ts";
import { runsOutdated } from "./runs/runs-in-force.ts";
import type { AskedSource, DepartmentSource } from "./sources/source-config.ts";
import type { Taking } from "./taking.ts";
import { TakingFault } from "./taking-fault.ts";

/**
 * Takes what a source has: all files that wait, or the answers to everybody's number. Runs that newer ones have replaced are erased. Throws a
 * TakingFault. `drops`: where folders lie that no configuration names.
 */
export async function takeSource(taking: Taking, drops: string): Promise<readonly FactRun[]> {
  const taken = await take(taking, drops);
  for (const { run } of runsOutdated(await listRuns(taking.runs))) await eraseRun(taking.runs, run);
  return taken;
}

async function take(taking: Taking, drops: string): Promise<readonly FactRun[]> {
  const { source } = taking;
  if (source.kind === "file" || source.kind === "sftp") return takeFiles(dropFolder(folderOf(source, drops)), taking);
  const run =
    source.kind === "http" ? await takeByNumber({ ...taking, source }) : await takePrivately({ ...taking, source });
  return run === undefined ? [] : [run];
}

function folderOf(source: Exclude<DepartmentSource, AskedSource>, drops: string): string {
  if (source.kind === "file") return source.folder ?? join(drops, source.name);
  if (source.mountedAt === undefined) throw new TakingFault("SFTP_NOT_HERE");
  return source.mountedAt;
}
