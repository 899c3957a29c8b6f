import { defineBench } from "../define-bench.ts";
import { suppliers } from "../load/bench-people.ts";
import { percentile } from "../load/percentile.ts";
import { type PooledClient, pooledClient } from "../load/pooled-client.ts";
import { fundSuppliers, signPaymentsBetween } from "../load/prepare-commands.ts";
import { type BenchNode, startLedger } from "../load/start-ledger.ts";

interface Prepared {
  readonly node: BenchNode;
  readonly sender: PooledClient;
  readonly count: number;
  nextSequence: number;
}

const people = suppliers(20);

/** One client, one signed command at a time: median milliseconds from sending to the durable answer. */
export const bench = defineBench<number, Prepared>({
  name: "http.command",
  unit: "ms",
  rounds: 3,
  full: 1_000,
  small: 10,
  async prepare(count) {
    const node = await startLedger({ suppliers: people.length });
    await fundSuppliers(node.client, people);
    return { node, sender: pooledClient(node.client.url, 1), count, nextSequence: 1 };
  },
  async run(prepared) {
    const { node, sender, count } = prepared;
    const requests = await signPaymentsBetween(node.client, {
      people,
      count,
      perRequest: 1,
      firstSequence: prepared.nextSequence,
    });
    prepared.nextSequence += Math.ceil(count / people.length);
    const answerMs: number[] = [];
    for (const request of requests) {
      const sentMs = performance.now();
      const [answer] = await sender.submit(request);
      answerMs.push(performance.now() - sentMs);
      if (answer?.refused !== undefined) throw new Error(`a command was refused: ${answer.refused}`);
    }
    return { figure: percentile(answerMs, 0.5), details: { p99Ms: percentile(answerMs, 0.99) } };
  },
  peers: [],
  async close({ node, sender }) {
    await sender.close();
    await node.stop();
  },
});
