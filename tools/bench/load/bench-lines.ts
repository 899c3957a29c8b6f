import { viewOf } from "@mingbai/codec/bytes";
import { putNumber64 } from "@mingbai/codec/number64";
import { putU64 } from "@mingbai/codec/u64";
import { lineBytes, paymentHeadBytes } from "@mingbai/ledger/transaction/body";
import { encodeBatchHead } from "@mingbai/treasury/batch/encode-batch";
import { batchModes, headAt, lineAt } from "@mingbai/treasury/batch/layout";
import { fund, numberOf, office, tranche } from "./bench-people.ts";

export const payeesMax = 100_000;
const amount = 1;

/** The eight bytes of each payee's account, one after another. */
export function payeeBytes(count: number): Uint8Array {
  const bytes = new Uint8Array(count * 8);
  for (let i = 0; i < count; i++) putNumber64(bytes, i * 8, numberOf(`payee ${i}`));
  return bytes;
}

/**
 * Writes batches of equal size into one body that is used again and again: payees in an order that jumps through the
 * whole table, the batch's number in each line's secret, so that no two batches are alike.
 */
export class BatchSource {
  readonly lines: number;
  readonly #payees: Uint8Array;
  readonly #body: Uint8Array<ArrayBuffer>;

  constructor(parts: { lines: number; payees: Uint8Array; manifest: Uint8Array }) {
    this.lines = parts.lines;
    this.#payees = parts.payees;
    this.#body = new Uint8Array(paymentHeadBytes + parts.lines * lineBytes);
    const head = { payer: office, fund, tranche, mode: batchModes.toAccounts, manifest: parts.manifest };
    this.#body.set(encodeBatchHead({ ...head, total: parts.lines * amount }));
    for (let line = 0; line < parts.lines; line++)
      putU64(this.#body, paymentHeadBytes + line * lineBytes + lineAt.amount, amount);
  }

  /** The body of a batch; valid until the next call. PERF: 490 a second beside the signing. */
  body(batch: number, manifest: Uint8Array): Uint8Array<ArrayBuffer> {
    const payees = new Uint32Array(this.#payees.buffer);
    const words = new Uint32Array(this.#body.buffer);
    const wordsALine = lineBytes / 4;
    const count = payees.length / 2;
    this.#body.set(manifest, headAt.manifest);
    let payee = (batch * 7_919) % count;
    for (let line = 0, at = paymentHeadBytes / 4; line < this.lines; line++, at += wordsALine) {
      words[at] = payees[payee * 2] ?? 0;
      words[at + 1] = payees[payee * 2 + 1] ?? 0;
      words[at + lineAt.secret / 4] = batch;
      payee = (payee + 7_907) % count;
    }
    return this.#body;
  }
}

/** A manifest's identity: the same for a number. */
export function manifestId(number: number): Uint8Array {
  const id = new Uint8Array(32).fill(0xb1);
  viewOf(id).setUint32(0, number, true);
  return id;
}
