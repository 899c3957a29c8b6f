import type { Random } from "@mingbai/testkit/random";
import type { FaultNetwork } from "./test-fault-network.ts";

/** Something that happens to a network, and how it ends. */
export interface Perturbation {
  /** For whoever reads a failure. */
  readonly name: string;
  readonly holdMs: number;
  begin(): Promise<void>;
  end(): Promise<void>;
}

const holdMs = { min: 100, max: 2_500 };
const slowSyncMsMax = 250;
const clockOffsetMsMax = 3 * 60 * 60 * 1_000;
const nothing = async (): Promise<void> => undefined;

type Acts = Pick<Perturbation, "begin" | "end">;
type Fault = (network: FaultNetwork, member: number, draw: Random) => Acts;

const signalBoth = async (network: FaultNetwork, number: number, signal: "SIGSTOP" | "SIGKILL") => {
  const member = network.get(number);
  await member.ask("signalEngine", { signal });
  member.signal(signal);
};

/** Each befalls one member; of four members one may fail. */
export const faults: Readonly<Record<string, Fault>> = {
  "node killed": (network, number) => ({ begin: async () => network.get(number).signal("SIGKILL"), end: nothing }),
  "engine killed": (network, number) => ({
    begin: () => network.get(number).ask("signalEngine", { signal: "SIGKILL" }),
    end: nothing,
  }),
  "both killed": (network, number) => ({ begin: () => signalBoth(network, number, "SIGKILL"), end: nothing }),
  "killed and left down": (network, number) => ({
    begin: () => network.get(number).down("killed"),
    end: async () => network.get(number).up(),
  }),
  restarted: (network, number) => ({
    begin: () => network.get(number).down("closed"),
    end: async () => network.get(number).up(),
  }),
  "node paused": (network, number) => ({
    begin: async () => network.get(number).signal("SIGSTOP"),
    end: async () => network.get(number).signal("SIGCONT"),
  }),
  "engine paused": (network, number) => ({
    begin: () => network.get(number).ask("signalEngine", { signal: "SIGSTOP" }),
    end: () => network.get(number).ask("signalEngine", { signal: "SIGCONT" }),
  }),
  "both paused": (network, number) => ({
    begin: () => signalBoth(network, number, "SIGSTOP"),
    async end() {
      network.get(number).signal("SIGCONT");
      await network.get(number).ask("signalEngine", { signal: "SIGCONT" });
    },
  }),
  disconnected: (network, number) => ({
    begin: async () => network.mesh.disconnect(number),
    end: async () => network.mesh.heal(),
  }),
  "not heard by one": (network, from, draw) => ({
    begin: async () => network.mesh.cut({ from, to: (from + 1 + draw.below(3)) % 4 }),
    end: async () => network.mesh.heal(),
  }),
  "not heard by any": (network, from) => ({
    begin: async () => cutAll(network, (to) => ({ from, to })),
    end: async () => network.mesh.heal(),
  }),
  "hears nobody": (network, to) => ({
    begin: async () => cutAll(network, (from) => ({ from, to })),
    end: async () => network.mesh.heal(),
  }),
  "slow disk": (network, number, draw) => ({
    begin: () => network.get(number).ask("slowDisk", { ms: 10 + draw.below(slowSyncMsMax) }),
    end: () => network.get(number).ask("slowDisk", { ms: 0 }),
  }),
  "clock ahead": (network, number, draw) => ({
    begin: () => network.get(number).ask("setClock", { offsetMs: draw.below(clockOffsetMsMax) }),
    end: () => network.get(number).ask("setClock", { offsetMs: 0 }),
  }),
  "clock behind": (network, number, draw) => ({
    begin: () => network.get(number).ask("setClock", { offsetMs: -draw.below(clockOffsetMsMax) }),
    end: () => network.get(number).ask("setClock", { offsetMs: 0 }),
  }),
};

/** The next thing that happens. `kinds` are gone through in turn, each round in another order. */
export function* perturbations(network: FaultNetwork, draw: Random): Generator<Perturbation, never> {
  for (;;) {
    const left = Object.entries(faults);
    while (left.length > 0) {
      const [[kind, fault] = ["", undefined]] = left.splice(draw.below(left.length), 1);
      if (fault === undefined) throw new RangeError("no fault was drawn");
      const number = draw.below(network.members.length);
      yield {
        name: `${kind}: ${number}`,
        holdMs: holdMs.min + draw.below(holdMs.max - holdMs.min),
        ...fault(network, number, draw),
      };
    }
  }
}

function cutAll({ members, mesh }: FaultNetwork, wayOf: (other: number) => { from: number; to: number }): void {
  for (const { number } of members) {
    const way = wayOf(number);
    if (way.from !== way.to) mesh.cut(way);
  }
}
