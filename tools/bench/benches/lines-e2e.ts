import { windowBits } from "@mingbai/ledger/replay/window";
import { linesMax } from "@mingbai/ledger/transaction/body";
import { envelopeBytesMax } from "@mingbai/ledger/transaction/envelope";
import { actAs } from "@mingbai/sdk/actor";
import { envelopesPerSubmissionMax } from "@mingbai/sequencer/sequencer";
import { payBatchName } from "@mingbai/treasury/schema";
import { defineBench } from "../define-bench.ts";
import { manager } from "../load/bench-people.ts";
import { percentile } from "../load/percentile.ts";
import { spreadClient } from "../load/pooled-client.ts";
import { type PreparedPayments, preparePayments } from "../load/prepare-payments.ts";
import { type BenchNode, startLedger } from "../load/start-ledger.ts";
import { appendLimit } from "../peers/append-limit.ts";
import { postgresTransfers } from "../peers/postgres-transfers.ts";
import { sqliteTransfers } from "../peers/sqlite-transfers.ts";

/** Requests on their way at once: enough to keep both processes busy. */
const requestsInFlight = 32;

interface Size {
  readonly lines: number;
  readonly batches: number;
  readonly peerLines: number;
}

/** Payment lines a second from a client process over HTTP to a durable answer, balances and authority checked, each line provable. */
export const bench = defineBench<Size, Size>({
  name: "lines.e2e",
  unit: "lines/s",
  rounds: 3,
  full: { lines: 8_192, batches: 2_442, peerLines: 1_048_576 },
  small: { lines: 256, batches: 4, peerLines: 1_024 },
  prepare: async (size) => size,
  run: (size) => measurePayments(size),
  peers: [
    { name: "postgres", run: ({ peerLines }) => postgresTransfers(peerLines) },
    { name: "sqlite", run: ({ peerLines }) => sqliteTransfers(peerLines) },
    { name: "limit", run: ({ lines, batches }) => appendLimit({ lines, batches }) },
  ],
});

/** One round on a ledger of its own: everything is approved first; the clock runs from the first batch to the last answer. */
export async function measurePayments(size: Pick<Size, "lines" | "batches">) {
  const node = await startLedger();
  try {
    const payments = await preparePayments(node.client, size);
    return await sendAll(node, payments);
  } finally {
    await node.stop();
  }
}

/** Sends every prepared batch, small ones up to 64 to a request, to these nodes in turns, and waits for each durable answer. */
export async function sendAll(
  { client }: Pick<BenchNode, "client">,
  payments: PreparedPayments,
  urls: readonly string[] = [client.url],
) {
  const sender = spreadClient(urls, requestsInFlight);
  const actor = await actAs(client, { ...manager, commands: {} });
  const answerMs: number[] = [];
  const perRequest = Math.min(envelopesPerSubmissionMax, Math.floor(linesMax / payments.lines));
  // All sign with one key, whose numbers may be this far apart at most.
  const senders = Math.min(requestsInFlight, Math.floor(windowBits / 2 / perRequest));
  let next = 0;
  const send = async (): Promise<void> => {
    const source = payments.createSource();
    const memory = new Uint8Array(perRequest * envelopeBytesMax);
    while (next < payments.batches) {
      const first = next;
      next = Math.min(first + perRequest, payments.batches);
      let length = 0;
      for (let batch = first, past = next; batch < past; batch++) {
        const body = source.body(batch, payments.manifestOf(batch));
        const options = { knownHash: payments.digestOf(batch), memory: memory.subarray(length) };
        length += (await actor.signPayments(payBatchName, body, options)).bytes.length;
      }
      const sentMs = performance.now();
      const answers = await sender.submit(memory.subarray(0, length));
      answerMs.push(performance.now() - sentMs);
      const wrong = answers.find((answer) => answer.status !== "final" || answer.refused !== undefined);
      if (wrong !== undefined) throw new Error(`a batch from ${first} on: ${wrong.refused}`);
    }
  };
  const startMs = performance.now();
  await Promise.all(Array.from({ length: senders }, send));
  const seconds = (performance.now() - startMs) / 1_000;
  await sender.close();
  const figure = (payments.batches * payments.lines) / seconds;
  return { figure, details: { p50AnswerMs: percentile(answerMs, 0.5), p99AnswerMs: percentile(answerMs, 0.99) } };
}
