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

/**
 * Sends the batches of an approved list that are not known to be paid, one after another, and gives the results of all. Called
 * again after a crash it goes on: what was signed is sent as it was signed, so that nothing is paid twice; and the ledger
 * takes each digest of a manifest once whatever is sent. Throws BatchRefusedError, or what `fetch` throws.
 */
export async function sendBatches(
  parts: { client: Client; sign: SignBatch; journal: SendingJournal },
  batches: readonly { readonly digest: string; readonly body: Uint8Array }[],
  onSent: (sent: number) => void = () => undefined,
): Promise<readonly BatchResult[]> {
  const results: BatchResult[] = [];
  for (const batch of batches) {
    const known = (await parts.journal.find(batch.digest))?.result;
    results.push(known ?? (await sendBatch(parts, batch)));
    onSent(results.length);
  }
  return results;
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
    put: async (digest, sent) => void kept.set(digest, sent),
  };
}
