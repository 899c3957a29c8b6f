import { defineBench } from "../define-bench.ts";
import { type BenchPerson, suppliers } from "../load/bench-people.ts";
import { expectPaid } from "../load/expect-paid.ts";
import type { FloodOrder } from "../load/member-flood.ts";
import { percentile } from "../load/percentile.ts";
import { type PooledClient, pooledClient } from "../load/pooled-client.ts";
import { fundSuppliers, signPaymentsBetween } from "../load/prepare-commands.ts";
import { type BenchMember, type BenchNetwork, startNetwork } from "../load/start-network.ts";

const members = 4;
const flooding = 3;
const mibBytes = 1_024 * 1_024;

interface Size {
  /** While each of the two floods lasts, and alone. */
  readonly commands: number;
  /** Containers of half a MiB, and of a command each, that the flood repeats: more than others keep. */
  readonly big: number;
  readonly tiny: number;
}

interface Prepared extends Size {
  readonly network: BenchNetwork;
  readonly people: readonly BenchPerson[];
  readonly sender: PooledClient;
  sequence: number;
}

/**
 * The p99 answer of one signed command after another at an honest member, while a fourth one that takes part in ordering pushes
 * big bodies, then tiny containers, as fast as they are taken, and never lets them be ordered; its peer is the same without.
 */
export const bench = defineBench<Size, Prepared>({
  name: "network.flood",
  unit: "ms",
  rounds: 1,
  full: { commands: 2_000, big: 192, tiny: 20_000 },
  small: { commands: 4, big: 8, tiny: 200 },
  async prepare(size) {
    const people = suppliers(members);
    const network = await startNetwork({ count: members, suppliers: people.length });
    await fundSuppliers(network.client, people);
    return { ...size, network, people, sender: pooledClient(network.client.url, 1), sequence: 1 };
  },
  async run(prepared) {
    const big = await whileFlooded(prepared, { size: "big", distinct: prepared.big });
    const tiny = await whileFlooded(prepared, { size: "tiny", distinct: prepared.tiny });
    const { pushed, kept } = big;
    return {
      figure: percentile([...big.answersMs, ...tiny.answersMs], 0.99),
      details: {
        bigP50Ms: percentile(big.answersMs, 0.5),
        bigP99Ms: percentile(big.answersMs, 0.99),
        bigPushedMib: pushed.bytes / mibBytes,
        bigMibPerSecond: pushed.bytes / mibBytes / pushed.seconds,
        bigKeptMib: kept.bytes / mibBytes,
        tinyP50Ms: percentile(tiny.answersMs, 0.5),
        tinyP99Ms: percentile(tiny.answersMs, 0.99),
        tinyPerSecond: tiny.pushed.containers / tiny.pushed.seconds,
        tinyKept: tiny.kept.containers,
      },
    };
  },
  peers: [{ name: "alone", run: async (prepared) => percentile(await oneByOne(prepared), 0.99) }],
  async close({ network, sender }) {
    await sender.close();
    await network.stop();
  },
});

/** How long answers took meanwhile, what went out, and the most that an honest member kept of it at the end. */
async function whileFlooded(prepared: Prepared, order: FloodOrder) {
  const { network } = prepared;
  const flooder = network.members[flooding];
  if (flooder === undefined) throw new RangeError("nobody floods");
  await flooder.flood(order);
  const answersMs = await oneByOne(prepared);
  const pushed = await flooder.endFlood();
  return { answersMs, pushed, kept: await mostKept(network.members.filter((member) => member !== flooder)) };
}

async function mostKept(honest: readonly BenchMember[]) {
  const all = await Promise.all(honest.map((member) => member.unorderedOf(flooding)));
  return {
    bytes: Math.max(...all.map(({ bytes }) => bytes)),
    containers: Math.max(...all.map(({ containers }) => containers)),
  };
}

async function oneByOne(prepared: Prepared): Promise<number[]> {
  const { network, people, commands: count, sender, sequence: firstSequence } = prepared;
  const requests = await signPaymentsBetween(network.client, { people, count, perRequest: 1, firstSequence });
  prepared.sequence += Math.ceil(count / people.length);
  const answersMs: number[] = [];
  for (const bytes of requests) {
    const startMs = performance.now();
    expectPaid(await sender.submit(bytes));
    answersMs.push(performance.now() - startMs);
  }
  return answersMs;
}
