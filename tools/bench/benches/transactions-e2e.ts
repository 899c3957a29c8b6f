import { defineBench } from "../define-bench.ts";
import { type BenchPerson, suppliers } from "../load/bench-people.ts";
import { percentile } from "../load/percentile.ts";
import { type PooledClient, spreadClient } from "../load/pooled-client.ts";
import { fundSuppliers, signPaymentsBetween } from "../load/prepare-commands.ts";
import { type BenchNode, startLedger } from "../load/start-ledger.ts";
import { signatureLimit } from "../peers/signature-limit.ts";

const perRequest = 64;

export interface TransactionsSize {
  readonly accounts: number;
  readonly count: number;
  /** Requests under way at once. */
  readonly inFlight: number;
}

export interface PreparedTransactions extends TransactionsSize {
  readonly node: Pick<BenchNode, "client" | "stop">;
  readonly people: readonly BenchPerson[];
  readonly sender: PooledClient;
  nextSequence: number;
}

/** Individually signed commands a second over HTTP to durable answers; the answer's p99 at half that rate, from when it was due. */
export const bench = defineBench<TransactionsSize, PreparedTransactions>({
  name: "transactions.e2e",
  unit: "transactions/s",
  rounds: 3,
  full: { accounts: 1_000, count: 60_000, inFlight: 16 },
  small: { accounts: 20, count: 128, inFlight: 16 },
  async prepare(size) {
    const node = await startLedger({ suppliers: size.accounts });
    return prepareTransactions(size, { node, urls: [node.client.url] });
  },
  run: measureTransactions,
  peers: [{ name: "limit", run: ({ count }) => signatureLimit(count) }],
  close: closeTransactions,
});

/** Gives so many suppliers money on a ledger that is founded with them, and opens connections to its nodes. */
export async function prepareTransactions(
  size: TransactionsSize,
  { node, urls }: { node: PreparedTransactions["node"]; urls: readonly string[] },
): Promise<PreparedTransactions> {
  const people = suppliers(size.accounts);
  await fundSuppliers(node.client, people);
  return { ...size, node, people, sender: spreadClient(urls, size.inFlight), nextSequence: 1 };
}

/** The rate at full speed, and answers at half of it. */
export async function measureTransactions(prepared: PreparedTransactions) {
  const rate = await atFullSpeed(await signedRequests(prepared), prepared);
  const answerMs = await paced(await signedRequests(prepared), { perSecond: rate / 2, sender: prepared.sender });
  return {
    figure: rate,
    details: { p50AnswerMsAtHalf: percentile(answerMs, 0.5), p99AnswerMsAtHalf: percentile(answerMs, 0.99) },
  };
}

export async function closeTransactions({ node, sender }: PreparedTransactions): Promise<void> {
  await sender.close();
  await node.stop();
}

async function signedRequests(prepared: PreparedTransactions): Promise<Uint8Array[]> {
  const { node, people, count } = prepared;
  const requests = await signPaymentsBetween(node.client, {
    people,
    count,
    perRequest,
    firstSequence: prepared.nextSequence,
  });
  prepared.nextSequence += Math.ceil(count / people.length);
  return requests;
}

async function atFullSpeed(
  requests: readonly Uint8Array[],
  { sender, count, inFlight }: PreparedTransactions,
): Promise<number> {
  let next = 0;
  const startMs = performance.now();
  const send = async (): Promise<void> => {
    for (let at = next++; at < requests.length; at = next++) await submit(sender, requests[at]);
  };
  await Promise.all(Array.from({ length: inFlight }, send));
  return count / ((performance.now() - startMs) / 1_000);
}

/** Open model: each request has its time; how late its answer is counts from then, not from when it could be sent. */
async function paced(
  requests: readonly Uint8Array[],
  { perSecond, sender }: { perSecond: number; sender: PooledClient },
): Promise<number[]> {
  const everyMs = (perRequest / perSecond) * 1_000;
  const startMs = performance.now();
  const answers = requests.map(async (request, index) => {
    const dueMs = startMs + index * everyMs;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, dueMs - performance.now())));
    await submit(sender, request);
    return performance.now() - dueMs;
  });
  return Promise.all(answers);
}

async function submit(sender: PooledClient, request: Uint8Array | undefined): Promise<void> {
  for (const { refused } of await sender.submit(request ?? new Uint8Array())) {
    if (refused !== undefined) throw new Error(`a command was refused: ${refused}`);
  }
}
