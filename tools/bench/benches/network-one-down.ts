import { defineBench } from "../define-bench.ts";
import { measureNetwork, type NetworkSize } from "./network-lines.ts";

/** Payment lines a second while one of four members is dead, killed after everything was approved. */
export const bench = defineBench<NetworkSize, NetworkSize>({
  name: "network.one_down",
  unit: "lines/s",
  rounds: 1,
  full: { members: 4, lines: 8_192, batches: 2_442 },
  small: { members: 4, lines: 64, batches: 4 },
  prepare: async (size) => size,
  run: (size) => measureNetwork(size, { killed: 1 }),
  peers: [],
});
