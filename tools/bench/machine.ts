import { availableParallelism, cpus, release, totalmem, type } from "node:os";

/** The machine that a figure was measured on; a figure without it says nothing. */
export type Machine = { processor: string; cores: number; memoryGib: number; system: string; node: string };

/** Describes this machine. */
export function describeMachine(): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? "unknown",
    cores: availableParallelism(),
    memoryGib: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.version,
  };
}
