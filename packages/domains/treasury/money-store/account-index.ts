import { viewOf } from "@mingbai/codec/bytes";
import { sha256 } from "@mingbai/codec/sha256";
import type { StateChunk } from "@mingbai/ledger/state/store";

export const accountStates = { open: 1, frozen: 2, closed: 3 } as const;
export type AccountState = (typeof accountStates)[keyof typeof accountStates];

const stateBits = 3;
const kindShift = 2;
const kindMax = 15;
const accountsPerChunk = 1_024;
const entryBytes = 9;
const slotsAtFirst = 1_024;
const accountsMax = 2 ** 26;
const slotWords = 4;
const wordsShift = 2;

/**
 * Accounts (64-bit numbers) in the order of their opening, found by open addressing over the two halves of the number.
 * A slot is four words (number, index plus one, nothing): one line of the processor's cache answers most questions.
 * A slot with a zero index is free. At most half of the slots are used.
 */
export class AccountIndex {
  #count = 0;
  #low = new Uint32Array(slotsAtFirst);
  #high = new Uint32Array(slotsAtFirst);
  #flags = new Uint8Array(slotsAtFirst);
  #slots = new Uint32Array(slotsAtFirst * 2 * slotWords);
  readonly #sealed: StateChunk[] = [];
  readonly #changed = new Set<number>();

  get count(): number {
    return this.#count;
  }

  /** The index of an account, or −1. PERF: once a payment line. */
  find(low: number, high: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let at = (slotOf(low, high) << wordsShift) & mask; ; at = (at + slotWords) & mask) {
      const next = slots[at + 2] ?? 0;
      if (next === 0 || (slots[at] === low && slots[at + 1] === high)) return next - 1;
    }
  }

  /** Opens an account and returns its index. Throws where it is open already. */
  open(low: number, high: number, kind: number): number {
    if (this.find(low, high) >= 0) throw new Error("the account is open already");
    if ((low | high) === 0 || kind < 0 || kind > kindMax) throw new RangeError("not an account");
    if (this.#count === accountsMax) throw new RangeError("more accounts than the ledger has room for");
    if (this.#count === this.#low.length) this.#grow();
    const index = this.#count++;
    this.#low[index] = low;
    this.#high[index] = high;
    this.#flags[index] = accountStates.open | (kind << kindShift);
    this.#place(index);
    this.#changed.add(Math.floor(index / accountsPerChunk));
    return index;
  }

  /** 1 open, 2 frozen, 3 closed. PERF: once a payment line. */
  stateOf(index: number): number {
    return (this.#flags[index] ?? 0) & stateBits;
  }

  kindOf(index: number): number {
    return (this.#flags[index] ?? 0) >> kindShift;
  }

  setState(index: number, state: AccountState): void {
    this.#flags[index] = ((this.#flags[index] ?? 0) & ~stateBits) | state;
    this.#changed.add(Math.floor(index / accountsPerChunk));
  }

  /** Chunks of 1,024 accounts, nine bytes each: number little-endian, state and kind. */
  seal(): readonly StateChunk[] {
    for (const chunk of this.#changed) this.#sealed[chunk] = this.#sealChunk(chunk);
    this.#changed.clear();
    return this.#sealed;
  }

  /** Replaces everything; throws SyntaxError on what no seal makes. */
  load(chunks: readonly Uint8Array[]): void {
    this.#clear();
    chunks.forEach((chunk, at) => {
      const isLast = at === chunks.length - 1;
      const isWhole = chunk.length === accountsPerChunk * entryBytes;
      if (chunk.length === 0 || chunk.length % entryBytes !== 0 || (!isWhole && !isLast)) fail();
      if (chunk.length > accountsPerChunk * entryBytes) fail();
      for (let from = 0; from < chunk.length; from += entryBytes) this.#loadEntry(chunk.subarray(from));
    });
  }

  #loadEntry(entry: Uint8Array): void {
    const view = viewOf(entry);
    const low = view.getUint32(0, true);
    const high = view.getUint32(4, true);
    const flags = view.getUint8(8);
    if ((low | high) === 0 || this.find(low, high) >= 0 || (flags & stateBits) === 0) fail();
    if (flags >> kindShift > kindMax) fail();
    const index = this.open(low, high, flags >> kindShift);
    this.#flags[index] = flags;
  }

  #sealChunk(chunk: number): StateChunk {
    const first = chunk * accountsPerChunk;
    const count = Math.min(accountsPerChunk, this.#count - first);
    const bytes = new Uint8Array(count * entryBytes);
    const view = viewOf(bytes);
    for (let i = 0; i < count; i++) {
      view.setUint32(i * entryBytes, this.#low[first + i] ?? 0, true);
      view.setUint32(i * entryBytes + 4, this.#high[first + i] ?? 0, true);
      bytes[i * entryBytes + 8] = this.#flags[first + i] ?? 0;
    }
    return { bytes, hash: sha256(bytes) };
  }

  #clear(): void {
    this.#count = 0;
    this.#slots.fill(0);
    this.#sealed.length = 0;
    this.#changed.clear();
  }

  #grow(): void {
    const room = this.#low.length * 2;
    this.#low = copied(this.#low, new Uint32Array(room));
    this.#high = copied(this.#high, new Uint32Array(room));
    this.#flags = copied(this.#flags, new Uint8Array(room));
    this.#slots = new Uint32Array(room * 2 * slotWords);
    for (let index = 0; index < this.#count; index++) this.#place(index);
  }

  #place(index: number): void {
    const slots = this.#slots;
    const low = this.#low[index] ?? 0;
    const high = this.#high[index] ?? 0;
    const mask = slots.length - 1;
    let at = (slotOf(low, high) << wordsShift) & mask;
    while (slots[at + 2] !== 0) at = (at + slotWords) & mask;
    slots[at] = low;
    slots[at + 1] = high;
    slots[at + 2] = index + 1;
  }
}

function copied<Column extends Uint32Array | Uint8Array>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}

/** Numbers are random already; the multiplication (2^32 over the golden ratio, Knuth 6.4) also spreads chosen ones. */
function slotOf(low: number, high: number): number {
  const mixed = Math.imul(low ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

function fail(): never {
  throw new SyntaxError("the money store's accounts are not as a seal writes them");
}
