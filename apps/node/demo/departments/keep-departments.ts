import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { KeptProcess } from "@mingbai/sequencer/processes/kept-process";
import type { DataFolder } from "../../data-folder.ts";
import {
  type AnsweringRegisters,
  askedSources,
  configureDepartments,
  droppedSources,
  office,
} from "./demo-departments.ts";

const script = join(import.meta.dirname, "../../../department/main.ts");
const backOffMs = { min: 1_000, max: 60_000 };

export interface DepartmentsKeeping {
  readonly folder: Pick<DataFolder, "root" | "departments" | "drops">;
  /** The invented county that the files are from. */
  readonly county: { readonly seed: number; readonly households: number };
  /** Hears that the node can ask them, each time the registers have started. */
  readonly onReady: (registers: AnsweringRegisters) => void;
  /** Hears why it cannot; the demo goes on without. */
  readonly onFault: (error: unknown) => void;
}

/**
 * Keeps the demo county's registers running beside the node, and once has its data office drop its lists. They end with this process,
 * and know nothing of the node; the node knows of them by its configuration, as of any department.
 */
export function keepDepartments(keeping: DepartmentsKeeping): { stop(): Promise<void> } {
  const { folder, onReady, onFault } = keeping;
  const dropping = new OfficeDrop(keeping);
  const registers: KeptProcess = new KeptProcess({
    backOffMs,
    // While it makes up its facts it hears nothing: nobody waits for that.
    end: (child) => child.kill("SIGTERM"),
    start() {
      const child = startDepartment(keeping, { folder: "registers", sources: askedSources });
      child.on("message", (answering: AnsweringRegisters) => {
        registers.works();
        ready(answering).catch(onFault);
      });
      return child;
    },
  });
  async function ready(answering: AnsweringRegisters): Promise<void> {
    await dropping.done();
    if (!dropping.isStopped && (await configureDepartments(folder, answering))) onReady(answering);
  }
  return {
    async stop() {
      dropping.stop();
      await registers.stop();
    },
  };
}

function startDepartment(
  { folder: { root }, county }: Pick<DepartmentsKeeping, "folder" | "county">,
  { folder, sources, drop }: { folder: string; sources: readonly string[]; drop?: string },
): ChildProcess {
  const options = { port: 0, data: join(`${root}-departments`, folder), sources: sources.join(","), ...county };
  const args = Object.entries({ ...options, ...(drop !== undefined && { drop }) });
  const stdio = ["ignore", "ignore", "inherit", "ipc"] as const;
  return fork(
    script,
    args.flatMap(([name, value]) => [`--${name}`, String(value)]),
    { stdio: [...stdio] },
  );
}

/** The office's lists, dropped once for each data folder: its process ends when they are there, and its own copy goes with it. */
class OfficeDrop {
  readonly #keeping: DepartmentsKeeping;
  #dropping: Promise<void> | undefined;
  #child: ChildProcess | undefined;
  isStopped = false;

  constructor(keeping: DepartmentsKeeping) {
    this.#keeping = keeping;
  }

  done(): Promise<void> {
    this.#dropping ??= this.#drop();
    return this.#dropping;
  }

  stop(): void {
    this.isStopped = true;
    this.#child?.kill("SIGKILL");
  }

  async #drop(): Promise<void> {
    const { root, drops, departments } = this.#keeping.folder;
    // Its configuration is written after the lists: an office that was stopped on the way drops them anew.
    if (existsSync(departments) || this.isStopped) return;
    const child = startDepartment(this.#keeping, {
      folder: office.name,
      sources: droppedSources,
      drop: join(drops, office.name),
    });
    this.#child = child;
    const exited = once(child, "exit");
    child.once("message", () => child.disconnect());
    const [code] = await exited;
    if (this.isStopped) return;
    if (code !== 0) throw new Error(`the data office's lists could not be dropped (${code})`);
    await rm(join(`${root}-departments`, office.name), { recursive: true, force: true });
  }
}
