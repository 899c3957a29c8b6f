import { viewOf } from "@mingbai/codec/bytes";
import { amountMax } from "@mingbai/codec/money";
import { type Number64, number64Pattern } from "@mingbai/codec/number64";
import { sha256 } from "@mingbai/codec/sha256";
import type { Effects } from "@mingbai/ledger/state/effects";
import type { StoreDefinition } from "@mingbai/ledger/state/state";
import type { StateChunk, StateStore } from "@mingbai/ledger/state/store";
import { fundNumberMax } from "../schema.ts";
import { AccountIndex } from "./account-index.ts";
import { isAmount, pageMask } from "./page.ts";
import { TrancheColumn } from "./tranche-column.ts";

/** Of the first chunk: how many chunks of accounts there are, and how many tranches. */
const metaBytes = 8;
const nothing = { accountChunks: 0, trancheCount: 0 };

/** Free: its holder may use it. Locked: it waits for the bank. Named: it stands in vouchers of their own. */
export type Part = "free" | "locked" | "named";

/**
 * All money of the ledger, in columns: the one module that keeps amounts in doubles. Every write is checked to be an
 * exact integer that is not negative, pushes the balance after into the effects, and keeps the running totals.
 */
export class MoneyStore implements StateStore {
  readonly name = "treasury.money";
  readonly accounts = new AccountIndex();
  readonly effects: Effects;
  readonly #tranches: TrancheColumn[] = [];
  readonly #funds = new Float64Array(fundNumberMax + 1);
  #outstanding = 0;

  constructor(effects: Effects) {
    this.effects = effects;
  }

  /** Everything outstanding, all funds. */
  get outstanding(): number {
    return this.#outstanding;
  }

  get trancheCount(): number {
    return this.#tranches.length;
  }

  outstandingOf(fund: number): number {
    return this.#funds[fund] ?? 0;
  }

  /** The index of an account, or −1. */
  findAccount(account: Number64): number {
    return this.accounts.find(lowOf(account), highOf(account));
  }

  /** The index of an account that must be open. */
  getAccount(account: Number64): number {
    const index = this.findAccount(account);
    if (index < 0) throw new Error(`account ${account} is not open`);
    return index;
  }

  openAccount(account: Number64, kind: number): void {
    if (!number64Pattern.test(account)) throw new SyntaxError("not an account number");
    this.accounts.open(lowOf(account), highOf(account), kind);
  }

  /** Tranches are numbered from 1 in the order of their making. */
  findTranche(tranche: number): TrancheColumn | undefined {
    return this.#tranches[tranche - 1];
  }

  getTranche(tranche: number): TrancheColumn {
    const column = this.findTranche(tranche);
    if (column === undefined) throw new Error(`tranche ${tranche} does not exist`);
    return column;
  }

  openTranche(tranche: number, parts: { fund: number; expiryMs: number }): void {
    if (tranche !== this.#tranches.length + 1) throw new Error(`tranche ${tranche} is not the next one`);
    if (!(parts.fund >= 1 && parts.fund <= fundNumberMax)) throw new RangeError("not a fund");
    this.#tranches.push(new TrancheColumn(parts));
  }

  get(place: { account: Number64; tranche: number; part: "free" | "locked" }): number {
    const index = this.findAccount(place.account);
    return index < 0 ? 0 : (this.findTranche(place.tranche)?.[place.part].get(index) ?? 0);
  }

  /** Adds `by` (negative: takes away). Throws RangeError where the amount after would be negative or not exact. */
  change(place: { account: Number64; tranche: number; part: Part; by: number }): void {
    const { part, by } = place;
    if (!Number.isSafeInteger(by)) throw new RangeError("not an exact amount");
    const column = this.getTranche(place.tranche);
    const index = part === "named" ? -1 : this.getAccount(place.account);
    const after = exact((part === "named" ? column.named : column[part].get(index)) + by);
    const total = exact(column.total + by);
    const fund = exact(this.outstandingOf(column.fund) + by);
    const outstanding = exact(this.#outstanding + by);
    if (part === "named") column.named = after;
    else column[part].pageFor(index).values[index & pageMask] = after;
    column.total = total;
    this.#funds[column.fund] = fund;
    this.#outstanding = outstanding;
    this.effects.push(after);
  }

  seal(): readonly StateChunk[] {
    const accounts = this.accounts.seal();
    if (accounts.length === 0 && this.#tranches.length === 0) return [];
    const tranches = this.#tranches.flatMap((column) => {
      const free = column.free.seal();
      const locked = column.locked.seal();
      return [column.sealHead(free.length, locked.length), ...free, ...locked];
    });
    const bytes = new Uint8Array(metaBytes);
    viewOf(bytes).setUint32(0, accounts.length, true);
    viewOf(bytes).setUint32(4, this.#tranches.length, true);
    return [{ bytes, hash: sha256(bytes) }, ...accounts, ...tranches];
  }

  load(chunks: readonly Uint8Array[]): void {
    const [meta, ...parts] = chunks;
    const { accountChunks, trancheCount } = meta === undefined ? nothing : countsOf(meta);
    this.accounts.load(parts.slice(0, accountChunks));
    this.#tranches.length = 0;
    let at = accountChunks;
    for (let tranche = 0; tranche < trancheCount; tranche++) at += this.#loadTranche(parts.slice(at));
    if (at !== parts.length) throw new SyntaxError("the money store has more or fewer chunks than it says");
    this.#sumUp();
  }

  /** Counts everything again; throws where a running total differs. For tests and after loading. */
  recount(): void {
    const funds = new Map<number, bigint>();
    let all = 0n;
    for (const column of this.#tranches) {
      const sum = column.recount();
      if (sum !== BigInt(column.total)) throw new SyntaxError("a tranche's total is not the sum of its parts");
      funds.set(column.fund, (funds.get(column.fund) ?? 0n) + sum);
      all += sum;
    }
    const fundsAgree = [...this.#funds].every((total, fund) => BigInt(total) === (funds.get(fund) ?? 0n));
    if (!fundsAgree || all !== BigInt(this.#outstanding)) throw new SyntaxError("a fund's total is not its tranches'");
  }

  #loadTranche(chunks: readonly Uint8Array[]): number {
    const [head] = chunks;
    if (head === undefined) throw new SyntaxError("the money store ends within a tranche");
    const { column, freePages, lockedPages } = TrancheColumn.loadHead(head);
    if (!(column.fund >= 1 && column.fund <= fundNumberMax)) throw new SyntaxError("a tranche of no fund");
    const pages = chunks.slice(1, 1 + freePages + lockedPages);
    if (pages.length !== freePages + lockedPages) throw new SyntaxError("the money store ends within a tranche");
    column.free.load(pages.slice(0, freePages), this.accounts.count);
    column.locked.load(pages.slice(freePages), this.accounts.count);
    this.#tranches.push(column);
    return 1 + pages.length;
  }

  #sumUp(): void {
    let all = 0n;
    this.#funds.fill(0);
    for (const column of this.#tranches) {
      all += BigInt(column.total);
      this.#funds[column.fund] = (this.#funds[column.fund] ?? 0) + column.total;
    }
    if (all > BigInt(amountMax)) throw new SyntaxError("more money than integers are exact");
    this.#outstanding = Number(all);
    this.recount();
  }
}

export const moneyStore: StoreDefinition<MoneyStore> = {
  name: "treasury.money",
  create: (effects) => new MoneyStore(effects),
};

/** Halves of an account number: the store's key. */
export function lowOf(account: Number64): number {
  return Number.parseInt(account.slice(8), 16);
}

export function highOf(account: Number64): number {
  return Number.parseInt(account.slice(0, 8), 16);
}

function exact(amount: number): number {
  if (!isAmount(amount)) throw new RangeError("an amount would be negative or not exact");
  return amount;
}

/** What the first chunk says. Throws SyntaxError where it is none, or counts nothing: nothing has no chunks. */
function countsOf(meta: Uint8Array): typeof nothing {
  if (meta.length !== metaBytes) throw new SyntaxError("the money store's first chunk has another length");
  const accountChunks = viewOf(meta).getUint32(0, true);
  const trancheCount = viewOf(meta).getUint32(4, true);
  if (accountChunks + trancheCount === 0) throw new SyntaxError("a money store of nothing has no chunks");
  return { accountChunks, trancheCount };
}
