import { defineBench } from "../define-bench.ts";
import { type BenchPerson, suppliers } from "../load/bench-people.ts";
import { percentile } from "../load/percentile.ts";
import { type PooledClient, pooledClient } from "../load/pooled-client.ts";
import { fundSuppliers, signPaymentsBetween } from "../load/prepare-commands.ts";
import { type BenchNode, startLedger } from "../load/start-ledger.ts";

const perRequest = 64;
const floodConnections = 16;
/** The quiet organisation sends this often, whatever it hears: the clock starts when a command was due. */
const everyMs = 20;

interface Size {
  readonly commands: number;
  readonly floodCommands: number;
}

interface Prepared extends Size {
  readonly node: BenchNode;
  readonly quiet: readonly BenchPerson[];
  readonly flooding: readonly BenchPerson[];
  readonly sender: PooledClient;
  quietSequence: number;
  floodSequence: number;
}

/** The p99 answer of one organisation's commands while another sends all it can; its peer is the same without the other. */
export const bench = defineBench<Size, Prepared>({
  name: "flood.others",
  unit: "ms",
  rounds: 3,
  full: { commands: 500, floodCommands: 200_000 },
  small: { commands: 5, floodCommands: 256 },
  async prepare(size) {
    const people = suppliers(100);
    const node = await startLedger({ suppliers: people.length });
    await fundSuppliers(node.client, people);
    const [first] = people;
    const quiet = people.filter(({ organisation }) => organisation === first?.organisation);
    const flooding = people.filter(({ organisation }) => organisation === people[1]?.organisation);
    const sender = pooledClient(node.client.url, 4);
    return { ...size, node, quiet, flooding, sender, quietSequence: 1, floodSequence: 1 };
  },
  async run(prepared) {
    const requests = await floodRequests(prepared);
    const flood = startFlood(prepared.node, requests);
    const figure = await quietP99(prepared);
    const floodPerSecond = await flood.stop();
    return { figure, details: { floodPerSecond } };
  },
  peers: [{ name: "alone", run: quietP99 }],
  async close({ node, sender }) {
    await sender.close();
    await node.stop();
  },
});

async function quietP99(prepared: Prepared): Promise<number> {
  const { node, sender, quiet, commands } = prepared;
  const signing = { people: quiet, count: commands, perRequest: 1, firstSequence: prepared.quietSequence };
  const requests = await signPaymentsBetween(node.client, signing);
  prepared.quietSequence += Math.ceil(commands / quiet.length);
  const startMs = performance.now();
  const answers = requests.map(async (request, index) => {
    const dueMs = startMs + index * everyMs;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, dueMs - performance.now())));
    const [answer] = await sender.submit(request);
    if (answer?.refused !== undefined) throw new Error(`a command was refused: ${answer.refused}`);
    return performance.now() - dueMs;
  });
  return percentile(await Promise.all(answers), 0.99);
}

async function floodRequests(prepared: Prepared): Promise<Uint8Array[]> {
  const { node, flooding, floodCommands } = prepared;
  const signing = { people: flooding, count: floodCommands, perRequest, firstSequence: prepared.floodSequence };
  const requests = await signPaymentsBetween(node.client, signing);
  prepared.floodSequence += Math.ceil(floodCommands / flooding.length);
  return requests;
}

/** Sends without pause until stopped or out of requests; whatever is refused is refused. `stop` gives commands a second. */
function startFlood(node: BenchNode, requests: readonly Uint8Array[]): { stop(): Promise<number> } {
  const sender = pooledClient(node.client.url, floodConnections);
  const startMs = performance.now();
  let next = 0;
  let isStopped = false;
  const send = async (): Promise<void> => {
    for (let at = next++; at < requests.length && !isStopped; at = next++) {
      await sender.submit(requests[at] ?? new Uint8Array());
    }
  };
  const sending = Promise.all(Array.from({ length: floodConnections }, send));
  return {
    async stop() {
      isStopped = true;
      await sending;
      await sender.close();
      return (next * perRequest) / ((performance.now() - startMs) / 1_000);
    },
  };
}
