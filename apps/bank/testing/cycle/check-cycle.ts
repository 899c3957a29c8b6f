import { recount } from "@mingbai/treasury/laws/invariants";
import { moneyStore } from "@mingbai/treasury/money-store/money-store";
import { readEquation, readBalance as readHeld } from "@mingbai/treasury/reads";
import { citizen2, fund, office, otherFund, people, street } from "@mingbai/treasury/testing/test-scene";
import { z } from "zod";
import { readBalance } from "../../books/entries.ts";
import { account } from "../test-bank.ts";
import type { Cycle } from "./test-cycle.ts";

const holders = [office, street, people.supplier.account, people.citizen.account, citizen2];
const Line = z.object({ reference: z.string(), side: z.enum(["credit", "debit"]), amount: z.int() });
const Paid = z.object({ end_to_end_id: z.string(), amount: z.int(), payouts: z.int(), net: z.int() });
const Count = z.object({ count: z.int() });

/** What must hold on the ledger after each act: the model's sums, each fund's own, and every row counted again. */
export function checkLedger({ ledger: { state }, model: { money } }: Cycle): void {
  const { outstanding, booked, suspense } = readEquation(state);
  same("vouchers and what is booked of them", outstanding, booked - suspense);
  same("suspense", BigInt(suspense), money.suspense);
  for (const of of [fund, otherFund]) {
    const held = BigInt(state.store(moneyStore).outstandingOf(of));
    same(`fund ${of} and its vouchers`, held, money.outstanding(of));
    same(`fund ${of} and its bank lines`, held, money.atBank.get(of) ?? 0n);
  }
  for (const holder of holders) {
    for (const at of money.funds.keys()) {
      const { free, locked } = readHeld(state, { account: holder, tranche: at + 1 });
      same(`${holder} in tranche ${at + 1}, free`, BigInt(free), money.get("free", holder, at + 1));
      same(`${holder} in tranche ${at + 1}, locked`, BigInt(locked), money.get("locked", holder, at + 1));
    }
  }
  recount(state);
}

/** What must hold between ledger and bank: nothing paid twice, and both sides equal with named items in transit. */
export function checkBank(cycle: Cycle): void {
  const balance = readBalance(cycle.bank.books, account);
  if (balance < 0) throw new Error(`the bank's account is at ${balance}`);
  const inTransit = listInTransit(cycle).reduce((sum, line) => sum + signed(line), 0);
  const mistold = listMistold(cycle).length;
  if (mistold > cycle.mistoldAsked) throw new Error(`${mistold} deposits are other ones on the ledger`);
  same("the bank's balance", balance, readEquation(cycle.ledger.state).booked + inTransit - mistold);
  let doubles = 0;
  for (const { end_to_end_id: id, amount, payouts, net } of listPaid(cycle)) {
    doubles += payouts - 1;
    if (payouts === 1 && net > amount) throw new Error(`${id}: ${net} left the bank for an order of ${amount}`);
    if (payouts > 2) throw new Error(`${id} was paid ${payouts} times`);
  }
  if (doubles > cycle.doublesAsked) throw new Error(`${doubles} orders were paid twice`);
  const sql = "select count(*) - count(distinct batch) as count from entry where batch is not null";
  same("lists paid twice", cycle.bank.books.find(Count, sql)?.count ?? 0, 0);
}

/** Lines of the bank that the ledger does not have. */
export function listInTransit(cycle: Cycle): z.infer<typeof Line>[] {
  return listLines(cycle).filter(({ reference }) => !cycle.model.booked.has(reference));
}

/** Deposits of which the bank told one fen too much; every other line must be alike on both sides. */
export function listMistold(cycle: Cycle): z.infer<typeof Line>[] {
  return listLines(cycle).filter((line) => {
    const known = cycle.model.booked.get(line.reference);
    const isMistold = known?.kind === "deposit" && known.amount === line.amount + 1;
    if (known !== undefined && !isMistold) same(`line ${line.reference}`, signed(known), signed(line));
    return isMistold;
  });
}

function listLines({ bank: { books } }: Cycle): z.infer<typeof Line>[] {
  return books.all(Line, "select reference, side, amount from entry");
}

function listPaid({ bank: { books } }: Cycle): z.infer<typeof Paid>[] {
  const net = "sum(case entry.kind when 'payout' then entry.amount else -entry.amount end)";
  const sql = `select end_to_end_id, payment.amount as amount, sum(entry.kind = 'payout') as payouts, ${net} as net
    from entry join payment using (end_to_end_id) where entry.kind in ('payout', 'returnedPayout') group by end_to_end_id`;
  return books.all(Paid, sql);
}

function signed({ side, amount }: { side: "credit" | "debit"; amount: number }): number {
  return side === "credit" ? amount : -amount;
}

function same<T extends number | bigint>(what: string, found: T, expected: T): void {
  if (found !== expected) throw new Error(`${what}: ${found} instead of ${expected}`);
}
