import type { CommandContext } from "@mingbai/ledger/definition/command";
import type { Event } from "@mingbai/ledger/definition/event";
import { getConfiguration } from "@mingbai/ledger/genesis/configuration";
import type { Refusal } from "@mingbai/ledger/refusal";
import { findAccountRefusal } from "../checks/account.ts";
import { policyExpiry } from "../checks/return-tranche.ts";
import { roomLeft } from "../checks/room.ts";
import { nextTranche } from "../checks/tranche.ts";
import { findOpenDifference } from "../day-close/open-difference.ts";
import { bankLineBooked } from "../events/bank-line-booked.ts";
import { minted } from "../events/minted.ts";
import { burned, payoutReturned } from "../events/redemption.ts";
import { trancheOpened } from "../events/tranche-opened.ts";
import { refuse } from "../refusals.ts";
import type { BankDifference, BankLine } from "../schema.ts";
import { bankLineKey, bankLineTable, fundTable, type OrderRow, orderTable } from "../tables.ts";
import { suspend } from "./suspend.ts";

type Mint = Extract<BankLine, { kind: "deposit" | "supplierReturn" | "priorPeriodReceipt" }>;
type OfOrder = Extract<BankLine, { kind: "payout" | "returnedPayout" }>;

/** The lines of one command as they become events; each is judged with those before it in mind. */
export class Booking {
  readonly events: Event[] = [];
  readonly #context: CommandContext;
  readonly #bankAccount: string;
  readonly #room: number;
  readonly #references = new Set<string>();
  /** Orders as they stand after the lines before. */
  readonly #orders = new Map<string, OrderRow>();
  readonly #returnTranches = new Map<string, number>();
  #opened = 0;
  #added = 0;

  constructor(context: CommandContext, bankAccount: string) {
    this.#context = context;
    this.#bankAccount = bankAccount;
    this.#room = roomLeft(context.state);
  }

  /** Takes one more line, or says why the whole command is refused. */
  add(line: BankLine): Refusal | undefined {
    const { reference } = line;
    const booked = this.#context.state.table(bankLineTable).find(bankLineKey(this.#bankAccount, reference));
    if (booked !== undefined || this.#references.has(reference)) return refuse("BANK_LINE_BOOKED", { reference });
    this.#references.add(reference);
    this.#added += line.amount;
    return this.#findRoomRefusal() ?? this.#addKind(line);
  }

  #addKind(line: BankLine): Refusal | undefined {
    switch (line.kind) {
      case "deposit":
      case "supplierReturn":
      case "priorPeriodReceipt":
        return this.#mint(line);
      case "payout":
      case "returnedPayout":
        this.#settleOrder(line);
        return undefined;
      default:
        this.#book(line);
        return undefined;
    }
  }

  #findRoomRefusal(): Refusal | undefined {
    return this.#added > this.#room ? refuse("TOTAL_TOO_LARGE") : undefined;
  }

  #mint(line: Mint): Refusal | undefined {
    const { state, moment } = this.#context;
    const { fund, kind, amount, reference } = line;
    const open = kind === "deposit" ? findOpenDifference(state) : undefined;
    if (open !== undefined) return refuse("MINT_STOPPED", open);
    const row = state.table(fundTable).find(String(fund));
    if (row === undefined) return refuse("FUND_UNKNOWN", { fund });
    if (line.kind === "deposit") {
      if (line.expiryMs !== undefined && line.expiryMs <= moment.timeMs) return refuse("EXPIRY_PAST");
    } else {
      if (!getConfiguration(state).reconstruction) return refuse("ONLY_RECONSTRUCTION");
      const refusal = findAccountRefusal(state, line.supplier);
      if (refusal !== undefined) return refusal;
    }
    const tranche = this.#trancheFor(line, { owner: row.office, returnExpiryDays: row.returnExpiryDays });
    if (typeof tranche !== "number") return tranche;
    const supplier = line.kind === "deposit" ? {} : { supplier: line.supplier };
    this.#book(line, { fund, ...supplier });
    const bank = { bankAccount: this.#bankAccount, reference };
    this.events.push(minted({ holder: row.office, fund, tranche, amount, kind, ...bank, ...supplier }));
    return undefined;
  }

  /** A deposit is a tranche of its own; what came back shares one for each fund and kind of a command. */
  #trancheFor(line: Mint, fund: { owner: string; returnExpiryDays: number | undefined }): number | Refusal {
    const group = `${line.fund}:${line.kind}`;
    const shared = line.kind === "deposit" ? undefined : this.#returnTranches.get(group);
    if (shared !== undefined) return shared;
    const tranche = nextTranche(this.#context.state, this.#opened);
    if (typeof tranche !== "number") return tranche;
    const policy = policyExpiry(fund.returnExpiryDays, this.#context.moment.timeMs);
    const own = line.kind === "deposit" && line.expiryMs !== undefined ? { expiryMs: line.expiryMs } : {};
    const expiry = line.kind === "deposit" ? own : policy;
    this.events.push(trancheOpened({ tranche, fund: line.fund, source: line.kind, owner: fund.owner, ...expiry }));
    this.#returnTranches.set(group, tranche);
    this.#opened++;
    return tranche;
  }

  /** What the bank did is a fact: where no order agrees with it the line goes into suspense, and says why. */
  #settleOrder(line: OfOrder): void {
    const { endToEndId, kind, amount } = line;
    const order = this.#orders.get(endToEndId) ?? this.#context.state.table(orderTable).find(endToEndId);
    const difference = findDifference(line, order);
    if (order === undefined || difference !== undefined) {
      this.#book(line, { endToEndId, difference: difference ?? "orderUnknown" });
      if (order !== undefined)
        this.#orders.set(endToEndId, suspend(order, { ...line, bankAccount: this.#bankAccount }));
      return;
    }
    this.#orders.set(endToEndId, { ...order, state: kind === "payout" ? "paid" : "returned" });
    const { holder, fund, tranche } = order;
    const voucher = order.voucher === undefined ? {} : { voucher: order.voucher };
    this.#book(line, { fund, endToEndId });
    const event = { endToEndId, holder, fund, tranche, amount };
    this.events.push(kind === "payout" ? burned({ ...event, ...voucher }) : payoutReturned(event));
  }

  #book(
    line: BankLine,
    more: { fund?: number; endToEndId?: string; supplier?: string; difference?: BankDifference } = {},
  ): void {
    const { reference, valueDay, kind, amount } = line;
    this.events.push(bankLineBooked({ bankAccount: this.#bankAccount, reference, valueDay, kind, amount, ...more }));
  }
}

/** Why this line cannot burn or revive the order, or undefined where it does. */
function findDifference({ kind, amount }: OfOrder, order: OrderRow | undefined): BankDifference | undefined {
  if (order === undefined) return "orderUnknown";
  const { state, suspended = 0 } = order;
  if (kind === "payout") {
    if (state === "locked") return "notReleased";
    if (state !== "released") return "orderEnded";
  } else {
    // What came back first answers for what was paid wrongly; only then for what was paid rightly.
    if (suspended >= amount) return "takenBack";
    if (state !== "paid") return state === "returned" ? "orderEnded" : "notPaid";
  }
  return order.amount === amount ? undefined : "amountDiffers";
}
