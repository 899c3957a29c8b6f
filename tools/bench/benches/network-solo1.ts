import { defineBench } from "../define-bench.ts";
import { measureNetwork, type NetworkSize } from "./network-lines.ts";

/** The same path as `network.lines` with one validator: what CometBFT and the two layers cost without others. */
export const bench = defineBench<NetworkSize, NetworkSize>({
  name: "network.solo1",
  unit: "lines/s",
  rounds: 3,
  full: { members: 1, lines: 8_192, batches: 2_442 },
  small: { members: 1, lines: 64, batches: 4 },
  prepare: async (size) => size,
  run: (size) => measureNetwork(size),
  peers: [],
});
