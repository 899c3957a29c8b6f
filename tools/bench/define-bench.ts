/** A measured figure, and beside it what explains it (a p99, the seconds held), each named with its unit. */
export type Measured = { figure: number; details: Record<string, number> };

/** A rival that does the same work in another way, measured in the same call. */
export type Peer<Prepared> = { name: string; run: (prepared: Prepared) => Promise<number> };

/** What a bench is made of. `Size` is how large the work is; `Prepared` what all rounds share (signed batches, a node). */
export type BenchParts<Size, Prepared> = {
  /** Dotted, as in the README's table: `lines.e2e`. */
  name: string;
  /** Unit of the figure: `lines/s`, `ms`. */
  unit: string;
  /** How often ours and each peer run; the median is what counts. */
  rounds: number;
  /** The size that the README quotes. */
  full: Size;
  /** The size for every test run: it finishes in about a second. */
  small: Size;
  prepare: (size: Size) => Promise<Prepared>;
  /** One round; its figure is finite and above zero. */
  run: (prepared: Prepared) => Promise<number | Measured>;
  peers: readonly Peer<Prepared>[];
  close?: (prepared: Prepared) => Promise<void>;
};

/** One round of ours or of a peer, ready to be called. */
export type Contender = { name: string; run: () => Promise<number | Measured> };

/** A bench whose types of size and preparation are closed over, so that all benches stand in one list. */
export type Bench = {
  name: string;
  unit: string;
  rounds: number;
  /** Calls `use` with ours and the peers, and closes what was prepared whatever happens. */
  withContenders<Result>(
    size: "full" | "small",
    use: (ours: Contender, peers: readonly Contender[]) => Promise<Result>,
  ): Promise<Result>;
};

/** Defines a bench; list it in `registry.ts`. */
export function defineBench<Size, Prepared>(parts: BenchParts<Size, Prepared>): Bench {
  return {
    name: parts.name,
    unit: parts.unit,
    rounds: parts.rounds,
    async withContenders(size, use) {
      const prepared = await parts.prepare(size === "full" ? parts.full : parts.small);
      try {
        const peers = parts.peers.map((peer) => ({ name: peer.name, run: () => peer.run(prepared) }));
        return await use({ name: parts.name, run: () => parts.run(prepared) }, peers);
      } finally {
        await parts.close?.(prepared);
      }
    },
  };
}
