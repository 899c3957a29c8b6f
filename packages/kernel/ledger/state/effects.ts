import { viewOf } from "@mingbai/codec/bytes";

/** More than a batch of 8,192 lines can touch: one number a line, payer and totals besides. */
const effectsMax = 16_384;

/**
 * The numbers that one transaction left behind (balances after), in the order in which they were written.
 * They go into the effects chain, so that two nodes that agree on inputs and differ in one balance differ in app hash.
 */
export class Effects {
  readonly #values = new Float64Array(effectsMax);
  #count = 0;

  /** PERF: once a payment line, a million a second. */
  push(amountAfter: number): void {
    if (this.#count === effectsMax) throw new RangeError("a transaction touched more than 16,384 balances");
    this.#values[this.#count++] = amountAfter;
  }

  /** The bytes pushed since the last take (little-endian doubles holding exact integers); a view, valid until the next push. */
  take(): Uint8Array {
    const bytes = new Uint8Array(this.#values.buffer, 0, this.#count * 8);
    this.#count = 0;
    return bytes;
  }
}

const probe = new Float64Array([1]);
if (viewOf(new Uint8Array(probe.buffer)).getFloat64(0, true) !== 1) {
  throw new Error("this machine is big-endian, which the ledger's column stores do not support");
}
