import { actAs } from "@mingbai/sdk/actor";
import { payBatchName } from "@mingbai/treasury/schema";
import { defineBench } from "../define-bench.ts";
import { type BenchPerson, manager, suppliers } from "../load/bench-people.ts";
import { expectPaid } from "../load/expect-paid.ts";
import { percentile } from "../load/percentile.ts";
import { pooledClient, spreadClient } from "../load/pooled-client.ts";
import { fundSuppliers, signPaymentsBetween } from "../load/prepare-commands.ts";
import { preparePayments } from "../load/prepare-payments.ts";
import { type BenchNetwork, startNetwork } from "../load/start-network.ts";
import { sendAll } from "./lines-e2e.ts";

interface Size {
  readonly lines: number;
  /** To find the full rate, and then as many at half of it. */
  readonly batches: number;
  readonly commands: number;
}

const members = 4;
const connections = 32;

/**
 * How long an answer takes on four nodes: a batch at half the full rate, from when it was due; one signed command while nothing
 * else is sent; four at once, each to another node.
 */
export const bench = defineBench<Size, Size>({
  name: "network.latency",
  unit: "ms",
  rounds: 1,
  full: { lines: 8_192, batches: 1_024, commands: 2_000 },
  small: { lines: 64, batches: 4, commands: 8 },
  prepare: async (size) => size,
  async run(size) {
    const batchMs = await withNetwork(0, (network) => batchesAtHalf(network, size));
    const { aloneMs, fourMs } = await withNetwork(members, (network) => commandsAlone(network, size.commands));
    const spread = (name: string, all: readonly number[]) => ({
      [`${name}P50Ms`]: percentile(all, 0.5),
      [`${name}P99Ms`]: percentile(all, 0.99),
    });
    return {
      figure: percentile(batchMs, 0.5),
      details: { ...spread("batch", batchMs), ...spread("alone", aloneMs), ...spread("four", fourMs) },
    };
  },
  peers: [],
});

async function withNetwork<T>(accounts: number, use: (network: BenchNetwork) => Promise<T>): Promise<T> {
  const network = await startNetwork({ count: members, suppliers: accounts });
  try {
    return await use(network);
  } finally {
    await network.stop();
  }
}

/** Open model: how late an answer is counts from when its batch was due. */
async function batchesAtHalf(network: BenchNetwork, { lines, batches }: Size): Promise<number[]> {
  const urls = network.members.map(({ url }) => url);
  const payments = await preparePayments(network.client, { lines, batches: 2 * batches });
  const startMs = performance.now();
  await sendAll(network, { ...payments, batches }, urls);
  const everyMs = (2 * (performance.now() - startMs)) / batches;
  const actor = await actAs(network.client, { ...manager, commands: {} });
  const source = payments.createSource();
  const signed: Uint8Array[] = [];
  for (let batch = batches; batch < 2 * batches; batch++) {
    const options = { knownHash: payments.digestOf(batch) };
    signed.push(
      (await actor.signPayments(payBatchName, source.body(batch, payments.manifestOf(batch)), options)).bytes,
    );
  }
  const sender = spreadClient(urls, connections);
  const pacedMs = performance.now();
  const answers = await Promise.all(
    signed.map(async (bytes, index) => {
      const dueMs = pacedMs + index * everyMs;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, dueMs - performance.now())));
      expectPaid(await sender.submit(bytes));
      return performance.now() - dueMs;
    }),
  );
  await sender.close();
  return answers;
}

async function commandsAlone(network: BenchNetwork, commands: number) {
  const people = suppliers(members);
  await fundSuppliers(network.client, people);
  const requests = await oneByOne(network, people, commands);
  const senders = network.members.map(({ url }) => pooledClient(url, 1));
  const time = async (member: number, bytes: Uint8Array | undefined): Promise<number> => {
    const startMs = performance.now();
    expectPaid((await senders[member]?.submit(bytes ?? new Uint8Array())) ?? []);
    return performance.now() - startMs;
  };
  const aloneMs: number[] = [];
  for (const bytes of requests.slice(0, commands / 2)) aloneMs.push(await time(0, bytes));
  const rest = requests.slice(commands / 2);
  const fourMs = await Promise.all(
    senders.map(async (_, member) => {
      const own: number[] = [];
      for (let at = member; at < rest.length; at += members) own.push(await time(member, rest[at]));
      return own;
    }),
  );
  await Promise.all(senders.map((sender) => sender.close()));
  return { aloneMs, fourMs: fourMs.flat() };
}

/** Each person's commands in order, one to a request; the people in turns. */
function oneByOne(network: BenchNetwork, people: readonly BenchPerson[], count: number): Promise<Uint8Array[]> {
  return signPaymentsBetween(network.client, { people, count, perRequest: 1, firstSequence: 1 });
}
