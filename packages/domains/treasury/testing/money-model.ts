/** A second, slow, obvious account of the money rules for tests: maps and BigInt, nothing shared with the store. */
export interface ModelOrder {
  readonly holder: string;
  readonly tranche: number;
  readonly amount: bigint;
  state: "locked" | "released" | "paid" | "rejected" | "returned";
  /** Paid under this order beside what burned it, and not taken back. */
  suspended: bigint;
  /** A suspended line paid exactly this before the release. */
  isEarly: boolean;
}

export interface Taken {
  readonly holder: string;
  readonly fund: number;
  readonly tranche: number;
  readonly amount: bigint;
}

/** An offer that was opened: its own tranche is the key, `source` the one it came from. */
export interface ModelOffer {
  readonly id: string;
  readonly tranche: number;
  readonly source: number;
  readonly each: bigint;
  readonly count: number;
  readonly perDay: bigint;
  readonly untilMs: number;
  /** What each taker spent, by day. */
  readonly takers: Map<string, Map<number, bigint>>;
  isStopped: boolean;
}

export class MoneyModel {
  readonly free = new Map<string, bigint>();
  readonly locked = new Map<string, bigint>();
  /** Fund of each tranche, from number 1. */
  readonly funds: number[] = [];
  readonly frozen = new Set<number>();
  readonly orders = new Map<string, ModelOrder>();
  readonly offers = new Map<number, ModelOffer>();
  /** What the bank holds beyond all funds: negative where it paid what nobody released. */
  suspense = 0n;
  /** What the bank must hold for each fund. */
  readonly atBank = new Map<number, bigint>();

  get(column: "free" | "locked", account: string, tranche: number): bigint {
    return this[column].get(`${account}:${tranche}`) ?? 0n;
  }

  add(column: "free" | "locked", place: { account: string; tranche: number; by: bigint }): void {
    const key = `${place.account}:${place.tranche}`;
    const after = (this[column].get(key) ?? 0n) + place.by;
    if (after < 0n) throw new Error("the model went below zero");
    this[column].set(key, after);
  }

  deposit(fund: number, office: string, amount: bigint): void {
    this.funds.push(fund);
    this.add("free", { account: office, tranche: this.funds.length, by: amount });
    this.bank(fund, amount);
  }

  bank(fund: number, by: bigint): void {
    this.atBank.set(fund, (this.atBank.get(fund) ?? 0n) + by);
  }

  mayTake({ holder, fund, tranche, amount }: Taken): boolean {
    const isPlace = this.funds[tranche - 1] === fund && !this.frozen.has(tranche) && !this.offers.has(tranche);
    return isPlace && this.get("free", holder, tranche) >= amount;
  }

  move(from: Taken, payee: string): void {
    this.add("free", { account: from.holder, tranche: from.tranche, by: -from.amount });
    this.add("free", { account: payee, tranche: from.tranche, by: from.amount });
  }

  /** Within one account or to another, from tranche to tranche. */
  carry(from: Omit<Taken, "fund">, to: { account: string; tranche: number }): void {
    this.add("free", { account: from.holder, tranche: from.tranche, by: -from.amount });
    this.add("free", { ...to, by: from.amount });
  }

  lock({ holder, tranche, amount }: Omit<Taken, "fund">): void {
    this.add("free", { account: holder, tranche, by: -amount });
    this.add("locked", { account: holder, tranche, by: amount });
  }

  release(order: ModelOrder): void {
    order.state = "released";
    if (!order.isEarly) return;
    order.isEarly = false;
    order.suspended -= order.amount;
    this.suspense += order.amount;
    this.#burn(order);
  }

  cancel(order: ModelOrder): void {
    this.add("locked", { account: order.holder, tranche: order.tranche, by: -order.amount });
    this.add("free", { account: order.holder, tranche: order.tranche, by: order.amount });
    order.state = "rejected";
  }

  /** The bank paid: what was ordered and released burns, everything else is in suspense. */
  payOut(order: ModelOrder | undefined, amount: bigint): void {
    if (order?.state === "released" && order.amount === amount) {
      this.#burn(order);
      return;
    }
    this.suspense -= amount;
    if (order === undefined) return;
    order.suspended += amount;
    if (order.state === "locked" && order.amount === amount) order.isEarly = true;
  }

  /** Money came back: first for what was paid wrongly, then for what was paid rightly. */
  bringBack(order: ModelOrder | undefined, amount: bigint): void {
    const isRight = order?.state === "paid" && order.amount === amount && order.suspended < amount;
    if (order !== undefined && isRight) {
      this.add("free", { account: order.holder, tranche: order.tranche, by: amount });
      this.bank(this.#fundOf(order), amount);
      order.state = "returned";
      return;
    }
    this.suspense += amount;
    if (order === undefined) return;
    order.suspended = order.suspended > amount ? order.suspended - amount : 0n;
    if (order.suspended < order.amount) order.isEarly = false;
  }

  #burn(order: ModelOrder): void {
    this.add("locked", { account: order.holder, tranche: order.tranche, by: -order.amount });
    this.bank(this.#fundOf(order), -order.amount);
    order.state = "paid";
  }

  #fundOf({ tranche }: ModelOrder): number {
    return this.funds[tranche - 1] ?? 0;
  }

  /** Everything outstanding of a fund. */
  outstanding(fund: number): bigint {
    let sum = 0n;
    for (const column of [this.free, this.locked]) {
      for (const [key, amount] of column) {
        if (this.funds[Number(key.split(":")[1]) - 1] === fund) sum += amount;
      }
    }
    return sum;
  }
}
