import { machineOf } from "./machine-of.ts";
import type { NetworkFile } from "./network-file.ts";

/**
 * How many of a machine's processors the engine of this member may use at once, where members share the machine; undefined
 * where it is alone there. Each engine wakes as many threads as it sees processors: four on two of them, each with both,
 * answer one command a quarter later (bench `network.latency`).
 */
export function processorShare(
  { organisation, members }: Pick<NetworkFile, "organisation" | "members">,
  processors: number,
): number | undefined {
  const own = members.find((member) => member.organisation === organisation);
  const here = members.filter(({ host }) => own !== undefined && machineOf(host) === machineOf(own.host)).length;
  return here < 2 ? undefined : Math.max(1, Math.floor(processors / here));
}
