import { readdir, readFile } from "node:fs/promises";

/** Processor time and the most memory of a process so far, as Linux counts them (proc(5)). */
export interface ProcessUse {
  /** With what its children used that have ended. */
  readonly seconds: number;
  /** `VmHWM`: the most that was resident at once. */
  readonly peakMib: number;
}

/** USER_HZ, which is 100 on every Linux that Node runs on. */
const ticksPerSecond = 100;

/** What a process has used; zeros where the system has no `/proc` or the process has ended. */
export async function measureProcess(pid: number): Promise<ProcessUse> {
  const [status, stat] = await Promise.all([readProc(pid, "status"), readProc(pid, "stat")]);
  const peakKib = Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0);
  const ticks = fieldsOf(stat).slice(11, 15).map(Number);
  return { seconds: ticks.reduce((sum, one) => sum + one, 0) / ticksPerSecond, peakMib: peakKib / 1_024 };
}

/** The processes that a process has started and that still run, with theirs; each with its command line. */
export async function findOffspring(pid: number): Promise<{ pid: number; command: string }[]> {
  const names = await readdir("/proc").catch(() => []);
  const all = await Promise.all(
    names
      .filter((name) => /^\d+$/.test(name))
      .map(async (name) => ({ pid: Number(name), parent: await parentOf(name) })),
  );
  const found: number[] = [pid];
  for (const parent of found) found.push(...all.filter((one) => one.parent === parent).map((one) => one.pid));
  const offspring = found.slice(1);
  return Promise.all(offspring.map(async (child) => ({ pid: child, command: await readProc(child, "cmdline") })));
}

async function parentOf(pid: string): Promise<number> {
  return Number(fieldsOf(await readProc(Number(pid), "stat"))[1]);
}

/** What stands after the process's name, which may hold spaces and brackets. */
function fieldsOf(stat: string): string[] {
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

function readProc(pid: number, name: string): Promise<string> {
  return readFile(`/proc/${pid}/${name}`, "utf8").catch(() => "");
}
