import { toHex } from "@mingbai/codec/hex";
import { payBatchName } from "@mingbai/treasury/schema";
import type { Answer, FinalAnswer } from "../answer.ts";
import { type Client, onlyAnswer } from "../client.ts";
import type { SignedTransaction } from "../sign-transaction.ts";

/** What the ledger said of a batch that it paid. */
export interface BatchResult {
  readonly transaction: string;
  readonly height: number;
  /** Lines that it refused by their places, each with its code: an index of `lineResults`. */
  readonly refusedLines: readonly (readonly [line: number, code: number])[];
}

/** A batch on its way: signed once, and sent as often as it takes. `result` where its end is known. */
export interface SentBatch {
  readonly transaction: string;
  /** The signed envelope: the same bytes are executed once, however often they come. */
  readonly envelope: Uint8Array<ArrayBuffer>;
  readonly result?: BatchResult;
}

/** Where the sender notes what is on its way, durable before it is sent, so that a crash forgets nothing. By digest. */
export interface SendingJournal {
  find(digest: string): Promise<SentBatch | undefined>;
  put(digest: string, sent: SentBatch): Promise<void>;
}

/** Signs the body of a batch under the command `treasury.payBatch`, with a sequence number of its own. */
export type SignBatch = (command: string, body: Uint8Array) => Promise<SignedTransaction>;

/** Why the ledger did not pay a batch; the batches before it are paid. `code`: of the refusal. */
export class BatchRefusedError extends Error {
  override name = "BatchRefusedError";
  readonly code: string;
  readonly digest: string;

  constructor({ code, digest }: { code: string; digest: string }) {
    super(`the ledger refused batch ${digest}: ${code}`);
    this.code = code;
    this.digest = digest;
  }
}

/** Refusals that say nothing about the batch, only about this signature of it. */
const signatureCodes: ReadonlySet<string> = new Set(["SEQUENCE_USED", "EXPIRED", "EXPIRY_TOO_FAR"]);
const signaturesMax = 4;

/** The most batches on their way at once: with more the node answers BUSY to others. */
export const batchesAtOnceMax = 8;

/**
 * Sends the batches of an approved list that are not known to be paid, and gives the results of all: one after another, or
 * `atOnce` at a time where signing asks nobody. Called again after a crash it goes on: what was signed is sent as it was signed, so
 * that nothing is paid twice; and the ledger takes each digest of a manifest once whatever is sent. Throws BatchRefusedError, or
 * what `fetch` throws; nothing more is begun then, and what is on its way comes to its end first.
 */
export async function sendBatches(
  parts: { client: Client; sign: SignBatch; journal: SendingJournal; atOnce?: number },
  batches: readonly { readonly digest: string; readonly body: Uint8Array }[],
  onSent: (sent: number) => void = () => undefined,
): Promise<readonly BatchResult[]> {
  const results = new Map<number, BatchResult>();
  const waiting = batches.entries();
  let isStopped = false;
  const sendWaiting = async (): Promise<void> => {
    // Each sender takes from the same row of batches.
    for (const [index, batch] of waiting) {
      const known = (await parts.journal.find(batch.digest))?.result;
      results.set(index, known ?? (await sendBatch(parts, batch)));
      onSent(results.size);
      if (isStopped) return;
    }
  };
  const stop = (fault: unknown): never => {
    isStopped = true;
    throw fault;
  };
  const atOnce = Math.min(parts.atOnce ?? 1, batchesAtOnceMax);
  const senders = await Promise.allSettled(Array.from({ length: atOnce }, () => sendWaiting().catch(stop)));
  for (const sender of senders) if (sender.status === "rejected") throw sender.reason;
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
}

async function sendBatch(
  { client, sign, journal }: { client: Client; sign: SignBatch; journal: SendingJournal },
  { digest, body }: { digest: string; body: Uint8Array },
): Promise<BatchResult> {
  let last = "";
  for (let signatures = 0; signatures <= signaturesMax; signatures++) {
    const begun = signatures === 0 ? await journal.find(digest) : undefined;
    const sent = begun ?? (await begin(await sign(payBatchName, body)));
    const answer = onlyAnswer(await client.submit(sent.envelope));
    if (isPaid(answer)) {
      const { id, height, refusedLines } = answer;
      const result = { transaction: id, height, refusedLines };
      await journal.put(digest, { ...sent, result });
      return result;
    }
    last = answer.refused ?? "";
    if (!signatureCodes.has(last)) break;
  }
  throw new BatchRefusedError({ code: last, digest });

  async function begin({ id, bytes }: SignedTransaction): Promise<SentBatch> {
    const sent = { transaction: toHex(id), envelope: bytes };
    await journal.put(digest, sent);
    return sent;
  }
}

function isPaid(answer: Answer): answer is FinalAnswer {
  return answer.status === "final" && answer.refused === undefined;
}

/** A journal that lives as long as the process: for scripts that are run to their end, and for tests. */
export function memoryJournal(): SendingJournal {
  const kept = new Map<string, SentBatch>();
  return {
    find: async (digest) => kept.get(digest),
    // What is paid is not sent again: of a million lines the envelopes would be 64 MB.
    put: async (digest, sent) => void kept.set(digest, sent.result ? { ...sent, envelope: new Uint8Array(0) } : sent),
  };
}
