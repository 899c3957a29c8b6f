import type { Bench, Contender, Measured } from "./define-bench.ts";

/** Median and range of `n` rounds, in the bench's unit. */
export type Figures = { median: number; min: number; max: number; n: number };

/** One entry of `results` in the JSON. `ratio` is ours by the peer's. `details` are medians too. */
export type BenchResult = Figures & {
  name: string;
  unit: string;
  details?: Record<string, number>;
  peers: { name: string; median: number; ratio: number }[];
};

/** Runs ours and the peers in turn, round by round, so that a slow minute of the machine touches all alike. */
export function runBench(bench: Bench, size: "full" | "small"): Promise<BenchResult> {
  const rounds = size === "small" ? 1 : bench.rounds;
  return bench.withContenders(size, async (ours, peers) => {
    const contenders = [ours, ...peers];
    const measured = contenders.map((): Measured[] => []);
    for (let round = 0; round < rounds; round++) {
      for (const [index, contender] of contenders.entries()) measured[index]?.push(await measure(contender));
    }
    return toResult(bench, peers, measured);
  });
}

async function measure(contender: Contender): Promise<Measured> {
  const answer = await contender.run();
  const measured = typeof answer === "number" ? { figure: answer, details: {} } : answer;
  if (!Number.isFinite(measured.figure) || measured.figure <= 0) {
    throw new Error(`${contender.name} measured ${measured.figure}, which is no figure`);
  }
  return measured;
}

function toResult(bench: Bench, peers: readonly Contender[], measured: readonly Measured[][]): BenchResult {
  const [ours = [], ...rest] = measured;
  const figures = figuresOf(ours.map((round) => round.figure));
  const details = medianDetails(ours);
  return {
    name: bench.name,
    unit: bench.unit,
    ...figures,
    ...(Object.keys(details).length > 0 ? { details } : {}),
    peers: peers.map((peer, index) => {
      const { median } = figuresOf((rest[index] ?? []).map((round) => round.figure));
      return { name: peer.name, median, ratio: figures.median / median };
    }),
  };
}

function medianDetails(rounds: readonly Measured[]): Record<string, number> {
  const names = Object.keys(rounds[0]?.details ?? {});
  return Object.fromEntries(
    names.map((name) => [name, figuresOf(rounds.map((round) => round.details[name] ?? Number.NaN)).median]),
  );
}

/** Median (mean of the middle two for an even count), smallest and largest of at least one value. */
export function figuresOf(values: readonly number[]): Figures {
  const sorted = values.toSorted((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.floor(sorted.length / 2)];
  const [min, max] = [sorted[0], sorted.at(-1)];
  if (low === undefined || high === undefined || min === undefined || max === undefined) {
    throw new Error("figures of no rounds at all");
  }
  return { median: (low + high) / 2, min, max, n: sorted.length };
}
