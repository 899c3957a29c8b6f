import { toHex } from "@mingbai/codec/hex";
import { lineAmountFenMax } from "@mingbai/codec/money";
import type { Payment } from "@mingbai/tabular/payments/payment";
import { type AccountKind, linesPerBatchMax } from "@mingbai/treasury/schema";
import type { ImporterNames } from "./importer-keys.ts";

/** An account that the file needs, with what the vault is to say about it. */
export interface PlannedAccount {
  readonly account: string;
  readonly kind: AccountKind;
  readonly name: string;
}

export interface PlannedFund {
  /** What the ledger calls it: opaque, the same for the same body and area in every file. */
  readonly code: string;
  readonly name: string;
  readonly office: string;
}

export interface PlannedPayment {
  readonly payment: Payment;
  readonly payee: string;
}

/** Rows of one fund that one deposit pays for, under one manifest. */
export interface Parcel {
  readonly id: string;
  readonly fund: PlannedFund;
  readonly count: number;
  readonly total: number;
  readonly firstDay: string;
  readonly lastDay: string;
}

/** A parcel with its rows. */
export interface FullParcel extends Parcel {
  readonly payments: readonly PlannedPayment[];
}

/** Money that came back, as a line of the bank (MONEY 10). */
export interface PlannedReturn {
  readonly id: string;
  readonly fund: PlannedFund;
  readonly supplier: string;
  readonly payment: Payment;
  readonly kind: "supplierReturn" | "priorPeriodReceipt";
}

/** What one file asks of the ledger. The same file under the same mapping gives the same plan. */
export interface FilePlan<Planned extends Parcel = Parcel> {
  /** Digest of the file's bytes, hexadecimal. */
  readonly file: string;
  readonly accounts: readonly PlannedAccount[];
  readonly funds: readonly PlannedFund[];
  readonly parcels: readonly Planned[];
  readonly returns: readonly PlannedReturn[];
  /** Rows that list a payment of nothing: counted and named, but no money moves. */
  readonly zeroRows: number;
  /** What each supplier was paid by each fund and did not give back, with files before this one. */
  readonly paid: ReadonlyMap<string, number>;
}

/** One manifest of at most 16 batches: what may wait in the node at once. */
const parcelRowsMax = 16 * linesPerBatchMax;
export const noArea = "(no service area)";
export const noBody = "(payer not named)";

/** Plans a file's accepted rows. `paidBefore`: what suppliers were paid by files before this one. */
export function planFile(input: {
  readonly file: string;
  readonly importer: ImporterNames;
  readonly payments: readonly Payment[];
  readonly paidBefore: ReadonlyMap<string, number>;
}): FilePlan<FullParcel> {
  return new Planner(input.file, input.importer).plan(input.payments, input.paidBefore);
}

class OpenParcel implements FullParcel {
  readonly id: string;
  readonly fund: PlannedFund;
  readonly payments: PlannedPayment[] = [];
  total = 0;
  firstDay: string;
  lastDay: string;

  constructor(id: string, fund: PlannedFund, day: string) {
    this.id = id;
    this.fund = fund;
    this.firstDay = day;
    this.lastDay = day;
  }

  get count(): number {
    return this.payments.length;
  }

  add(planned: PlannedPayment): void {
    const { amount, date } = planned.payment;
    this.payments.push(planned);
    this.total += amount;
    if (date < this.firstDay) this.firstDay = date;
    else if (date > this.lastDay) this.lastDay = date;
  }
}

class Planner {
  readonly #file: string;
  readonly #importer: ImporterNames;
  readonly #accounts = new Map<string, PlannedAccount>();
  readonly #funds: PlannedFund[] = [];
  /** By body and area as they are spelt. */
  readonly #fundsBySpelling = new Map<string, Map<string, PlannedFund>>();
  readonly #parcels: OpenParcel[] = [];
  readonly #open = new Map<string, OpenParcel>();
  readonly #suppliers = new Map<string, string>();
  readonly #pairs = new Map<string, Map<string, string>>();

  constructor(file: string, importer: ImporterNames) {
    this.#file = file;
    this.#importer = importer;
  }

  // PERF: 1,000,000 rows a second and more; one look into a map for each fund and supplier. Bench: import-payments.
  plan(payments: readonly Payment[], paidBefore: ReadonlyMap<string, number>): FilePlan<FullParcel> {
    const back: { payment: Payment; fund: PlannedFund; supplier: string }[] = [];
    const withReturns = new Set<string>();
    for (const payment of payments) if (payment.amount < 0) withReturns.add(this.#between(payment));
    const paid = new Map(paidBefore);
    const moves: Move[] = [];
    let zeroRows = 0;
    for (const payment of payments) {
      const { amount, date } = payment;
      const fund = this.#fund(payment);
      const supplier = this.#supplier(payment);
      const key = this.#pair(fund, supplier);
      if (amount === 0) zeroRows++;
      else if (amount < 0) moves.push({ day: date, key, amount, at: back.push({ payment, fund, supplier }) - 1 });
      else {
        this.#add(fund, { payment, payee: supplier });
        if (withReturns.has(key)) moves.push({ day: date, key, amount });
        else paid.set(key, (paid.get(key) ?? 0) + amount);
      }
    }
    const kinds = judgeReturns(moves, paid);
    return {
      file: this.#file,
      accounts: [...this.#accounts.values()],
      funds: this.#funds,
      parcels: this.#parcels,
      returns: back.map((row, at) => ({
        ...row,
        id: this.#id("return", String(at)),
        kind: kinds[at] ?? "priorPeriodReceipt",
      })),
      zeroRows,
      paid,
    };
  }

  #between(payment: Payment): string {
    return this.#pair(this.#fund(payment), this.#supplier(payment));
  }

  /** The same text for the same pair: a text that was hashed before is found sooner. */
  #pair({ code }: PlannedFund, supplier: string): string {
    const known = this.#pairs.get(code) ?? new Map<string, string>();
    this.#pairs.set(code, known);
    const pair = known.get(supplier) ?? `${code} ${supplier}`;
    known.set(supplier, pair);
    return pair;
  }

  #id(purpose: string, ...parts: readonly string[]): string {
    return toHex(this.#importer.name(purpose, this.#file, ...parts));
  }

  #add(fund: PlannedFund, planned: PlannedPayment): void {
    const { amount, date } = planned.payment;
    let parcel = this.#open.get(fund.code);
    const isFull = parcel !== undefined && (parcel.total + amount > lineAmountFenMax || parcel.count >= parcelRowsMax);
    if (parcel === undefined || isFull) {
      // Named by its place alone, so that another mapping of the same file meets the same names and is refused.
      parcel = new OpenParcel(this.#id("parcel", String(this.#parcels.length)), fund, date);
      this.#parcels.push(parcel);
      this.#open.set(fund.code, parcel);
    }
    parcel.add(planned);
  }

  #fund({ body, area }: Payment): PlannedFund {
    const ofBody = this.#fundsBySpelling.get(body) ?? new Map<string, PlannedFund>();
    this.#fundsBySpelling.set(body, ofBody);
    const known = ofBody.get(area);
    if (known !== undefined) return known;
    const office = this.#account("office", { kind: "office", name: body || noBody, key: [plain(body)] });
    const code = `area-${toHex(this.#importer.name("fund", plain(body), plain(area)).subarray(0, 8))}`;
    const same = this.#funds.find((fund) => fund.code === code);
    const fund = same ?? { code, name: area || noArea, office };
    if (same === undefined) this.#funds.push(fund);
    ofBody.set(area, fund);
    return fund;
  }

  #supplier({ party, supplierId, supplierName, body }: Payment): string {
    const key = party.nature === "redacted" ? "\n" : supplierId === "" ? `n${supplierName}` : `i${body}\n${supplierId}`;
    const known = this.#suppliers.get(key);
    if (known !== undefined) return known;
    const kind = party.nature === "redacted" ? "many" : party.nature === "person" ? "person" : "supplier";
    const named = supplierId === "" ? ["name", plain(supplierName)] : ["id", plain(body), plain(supplierId)];
    const account = this.#account("supplier", { kind, name: supplierName, key: kind === "many" ? ["many"] : named });
    this.#suppliers.set(key, account);
    return account;
  }

  #account(purpose: string, { kind, name, key }: { kind: AccountKind; name: string; key: readonly string[] }): string {
    const account = toHex(this.#importer.name(purpose, ...key).subarray(0, 8));
    if (!this.#accounts.has(account)) this.#accounts.set(account, { account, kind, name });
    return account;
  }
}

/** Spellings that differ in case, width or spaces name the same. */
function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();
}

/** Money between a fund and a supplier on one day; `at` is the place of a return among the returns. */
interface Move {
  readonly day: string;
  readonly key: string;
  readonly amount: number;
  readonly at?: number;
}

/**
 * Returns in the order of days, payments of a day first: each is covered by what its supplier had from that fund, or is not.
 * `paid` is carried forward.
 */
function judgeReturns(moves: readonly Move[], paid: Map<string, number>): PlannedReturn["kind"][] {
  const kinds: PlannedReturn["kind"][] = [];
  const isReturn = ({ at }: Move): number => (at === undefined ? 0 : 1);
  const inOrder = moves.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : isReturn(a) - isReturn(b)));
  for (const { key, amount, at } of inOrder) {
    const so = paid.get(key) ?? 0;
    const isCovered = amount > 0 || so + amount >= 0;
    if (isCovered) paid.set(key, so + amount);
    if (at !== undefined) kinds[at] = isCovered ? "supplierReturn" : "priorPeriodReceipt";
  }
  return kinds;
}
