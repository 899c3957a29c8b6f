import type { Refusal } from "@mingbai/ledger/refusal";
import { refuse } from "../refusals.ts";
import type { From } from "../schema.ts";

/** What the items of one transaction take, before any of it is applied: the next item may not count on it again. */
export class Taken {
  readonly #matters = new Set<string>();
  readonly #vouchers = new Set<string>();
  readonly #free = new Map<string, number>();
  #opened = 0;
  #total = 0;

  /** Tranches that items have opened. */
  get opened(): number {
    return this.#opened;
  }

  /** Minor units that items take together. */
  get total(): number {
    return this.#total;
  }

  hasMatter(matter: string): boolean {
    return this.#matters.has(matter);
  }

  /** Free money that items took from this place. */
  findFree({ holder, tranche }: From): number {
    return this.#free.get(`${holder}:${tranche}`) ?? 0;
  }

  findVoucherRefusal({ voucher }: From): Refusal | undefined {
    const isTaken = voucher !== undefined && this.#vouchers.has(voucher);
    return isTaken ? refuse("VOUCHER_SPENT", { voucher, state: "spent" }) : undefined;
  }

  add({ matter, from, amount, opens }: { matter: string; from: From; amount: number; opens: boolean }): void {
    this.#matters.add(matter);
    this.#total += amount;
    if (opens) this.#opened++;
    if (from.voucher !== undefined) this.#vouchers.add(from.voucher);
    else this.#free.set(`${from.holder}:${from.tranche}`, this.findFree(from) + amount);
  }
}
