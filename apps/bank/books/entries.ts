import { z } from "zod";
import type { Books } from "./books.ts";

/** What a line of the escrow account is, in the ledger's words. */
export const entryKinds = [
  "deposit",
  "payout",
  "batchPayout",
  "returnedPayout",
  "interest",
  "unknownCredit",
  "fee",
  "unknownDebit",
] as const;
export type EntryKind = (typeof entryKinds)[number];
export const debitKinds: readonly EntryKind[] = ["payout", "batchPayout", "fee", "unknownDebit"];

export interface NewEntry {
  readonly account: string;
  /** YYYY-MM-DD in the bank's time. */
  readonly day: string;
  readonly kind: EntryKind;
  readonly amount: number;
  readonly endToEndId?: string | undefined;
  /** The direct-credit list that it pays. */
  readonly batch?: string | undefined;
  /** The ledger's number of the fund that a deposit is for. */
  readonly fund?: number | undefined;
  readonly remittance?: string | undefined;
  readonly reason?: string | undefined;
  readonly madeMs: number;
}

export const Entry = z
  .object({
    seq: z.int(),
    reference: z.string(),
    day: z.string(),
    side: z.enum(["credit", "debit"]),
    amount: z.int(),
    kind: z.enum(entryKinds),
    end_to_end_id: z.string().nullable(),
    batch: z.string().nullable(),
    fund: z.int().nullable(),
    remittance: z.string().nullable(),
    reason: z.string().nullable(),
    made_ms: z.int(),
    is_booked: z.int(),
  })
  .transform(({ end_to_end_id: endToEndId, made_ms: madeMs, is_booked: booked, ...rest }) => ({
    ...rest,
    endToEndId,
    madeMs,
    isBooked: booked === 1,
  }));
export type Entry = z.infer<typeof Entry>;

interface ToldEntry {
  readonly account: string;
  readonly reference: string;
  readonly day: string;
  readonly side: "credit" | "debit";
  readonly kind: EntryKind;
  readonly amount: number;
  readonly endToEndId: string | null;
  readonly madeMs: number;
}

/** Writes a line that the ledger has already, under its reference there. Call inside a transaction. */
export function addToldEntry(books: Books, entry: ToldEntry): void {
  const { reference, account, day, side, amount, kind, endToEndId, madeMs } = entry;
  const sql = `insert into entry (reference, account, day, side, amount, kind, end_to_end_id, made_ms, is_booked)
    values (?, ?, ?, ?, ?, ?, ?, ?, 1)`;
  books.run(sql, reference, account, day, side, amount, kind, endToEndId, madeMs);
}

const Value = z.object({ value: z.string() });
const Sum = z.object({ sum: z.int() });
const Last = z.object({ seq: z.int() });
const signedSum = "coalesce(sum(case side when 'credit' then amount else -amount end), 0) as sum";

/** Writes one line with a reference of its own. Call inside a transaction. */
export function addEntry(books: Books, entry: NewEntry): void {
  const prefix = books.find(Value, "select value from setting where name = 'prefix'")?.value ?? "";
  const last = books.find(Last, "select coalesce(max(seq), 0) as seq from entry")?.seq ?? 0;
  const reference = `MB${prefix}-${String(last + 1).padStart(8, "0")}`;
  const side = debitKinds.includes(entry.kind) ? "debit" : "credit";
  books.run(
    `insert into entry (reference, account, day, side, amount, kind, end_to_end_id, batch, fund, remittance, reason, made_ms)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    reference,
    entry.account,
    entry.day,
    side,
    entry.amount,
    entry.kind,
    entry.endToEndId ?? null,
    entry.batch ?? null,
    entry.fund ?? null,
    entry.remittance ?? null,
    entry.reason ?? null,
    entry.madeMs,
  );
}

/** What the account was worth when its books began: booked on the ledger before there was a bank process. */
export function findOpeningBalance(books: Books): number | undefined {
  const found = books.find(Value, "select value from setting where name = 'opening'");
  return found === undefined ? undefined : Number(found.value);
}

export function setOpeningBalance(books: Books, balance: number): void {
  books.run("insert into setting (name, value) values ('opening', ?)", String(balance));
}

/** The account's balance before a day, or with everything where no day is given. */
export function readBalance(books: Books, account: string, beforeDay = "9999-12-31"): number {
  const { sum } = books.find(
    Sum,
    `select ${signedSum} from entry where account = ? and day < ?`,
    account,
    beforeDay,
  ) ?? { sum: 0 };
  return (findOpeningBalance(books) ?? 0) + sum;
}

/** Lines that the ledger does not have yet; lists are told of in their own way. */
export function listWaiting(books: Books, limit: number): Entry[] {
  const sql = "select * from entry where is_booked = 0 and kind <> 'batchPayout' order by seq limit ?";
  return books.all(Entry, sql, limit);
}

/** The line that paid a list, if anything of it was paid. */
export function findListEntry(books: Books, batch: string): Entry | undefined {
  return books.find(Entry, "select * from entry where batch = ?", batch);
}

/** The line of this reference, of whichever day. */
export function findEntry(books: Books, reference: string): Entry | undefined {
  return books.find(Entry, "select * from entry where reference = ?", reference);
}

export function listDay(books: Books, account: string, day: string): Entry[] {
  return books.all(Entry, "select * from entry where account = ? and day = ? order by seq", account, day);
}

export function listLatest(books: Books, limit: number): Entry[] {
  return books.all(Entry, "select * from entry order by seq desc limit ?", limit);
}

/** The ledger has this line. */
export function markBooked(books: Books, seq: number): void {
  books.run("update entry set is_booked = 1 where seq = ?", seq);
}

/** The ledger does not know what the line is for: it goes into suspense there. */
export function markUnknown(books: Books, seq: number): void {
  const sql =
    "update entry set kind = case side when 'credit' then 'unknownCredit' else 'unknownDebit' end where seq = ?";
  books.run(sql, seq);
}
