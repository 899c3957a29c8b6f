import type { Event } from "@mingbai/ledger/definition/event";
import { FreezeTarget } from "@mingbai/treasury/schema";
import type { ModelOrder } from "@mingbai/treasury/testing/money-model";
import type { CycleFacts } from "./cycle-facts.ts";

type Data = Event["data"];

/** Where each event says that money went; burning and minting are judged from the bank's lines instead. */
export const moneyEvents: Readonly<Record<string, (model: CycleFacts, data: Data) => void>> = {
  "treasury.trancheOpened"(model, data) {
    model.money.funds.push(Number(data.fund));
    if (Number(data.tranche) !== model.money.funds.length) throw new Error("tranches do not follow one another");
    if (data.expiryMs !== undefined) model.expiries.set(Number(data.tranche), Number(data.expiryMs));
  },
  "treasury.paid"(model, data) {
    const taken = takenOf(data, data.payer);
    model.requireTakeable(taken);
    model.money.move(taken, String(data.payee));
  },
  "treasury.allocated"(model, data) {
    const taken = takenOf(data, data.holder);
    model.requireTakeable(taken);
    carry(model, taken, { to: String(data.to), toTranche: Number(data.toTranche) });
    const of = { holder: String(data.to), fund: taken.fund, timeMs: model.timeMs };
    if (model.shares.isOffice(of.holder)) model.shares.receive(of, taken.amount);
  },
  "treasury.paymentReturned"(model, data) {
    const taken = takenOf(data, data.holder);
    model.requireTakeable(taken);
    carry(model, taken, { to: String(data.to), toTranche: Number(data.toTranche) });
    const isDown = Number(data.toTranche) !== taken.tranche;
    if (isDown) model.shares.receive({ holder: taken.holder, fund: taken.fund, timeMs: model.timeMs }, -taken.amount);
  },
  "treasury.expiredReturned"(model, data) {
    const taken = takenOf(data, data.holder);
    model.requireTakeable(taken, { expired: true });
    carry(model, taken, { to: String(data.to), toTranche: Number(data.toTranche) });
  },
  "treasury.redemptionOrdered"(model, data) {
    const taken = takenOf(data, data.holder);
    const endToEndId = String(data.endToEndId);
    model.requireTakeable(taken);
    if (model.money.orders.has(endToEndId)) throw new Error(`${endToEndId} was ordered twice`);
    const order: ModelOrder = { ...taken, state: "locked", suspended: 0n, isEarly: false };
    model.money.lock(taken);
    model.money.orders.set(endToEndId, order);
    const of = { holder: taken.holder, fund: taken.fund, timeMs: model.timeMs };
    if (model.shares.isOffice(taken.holder)) model.shares.redeem(of, endToEndId, order);
  },
  "treasury.redemptionReleased"(model, data) {
    const order = getOrder(model, data);
    if (order.state !== "locked" || model.money.frozen.has(order.tranche))
      throw new Error("released what is not to be");
    model.money.release(order);
  },
  "treasury.redemptionCancelled"(model, data) {
    const order = getOrder(model, data);
    const isOpen = order.state === "locked" || order.state === "released";
    if (!isOpen || order.suspended > 0n) throw new Error(`cancelled what is ${order.state} and ${order.suspended}`);
    model.money.cancel(order);
  },
  "treasury.batchSettled": settle,
  "treasury.frozen": (model, data) => freeze(model, data, true),
  "treasury.unfrozen": (model, data) => freeze(model, data, false),
};

function takenOf(data: Data, holder: unknown) {
  const amount = BigInt(Number(data.amount));
  return { holder: String(holder), fund: Number(data.fund), tranche: Number(data.tranche), amount };
}

/** Money goes to another tranche, which must be of its fund: it never leaves it. */
function carry(
  { money }: CycleFacts,
  { holder, fund, tranche, amount }: ReturnType<typeof takenOf>,
  { to, toTranche }: { to: string; toTranche: number },
): void {
  if (money.funds[toTranche - 1] !== fund) throw new Error(`money of fund ${fund} went to tranche ${toTranche}`);
  money.add("free", { account: holder, tranche, by: -amount });
  money.add("free", { account: to, tranche: toTranche, by: amount });
}

function getOrder({ money }: CycleFacts, data: Data): ModelOrder {
  const order = money.orders.get(String(data.endToEndId));
  if (order === undefined) throw new Error(`nobody ordered ${data.endToEndId}`);
  return order;
}

/** What the bank paid of a list burns, what failed is free again: each line once. */
function settle(model: CycleFacts, data: Data): void {
  const list = model.lists.get(String(data.batch));
  if (list === undefined) throw new Error(`no list ${data.batch} waits`);
  const { payer, tranche, waiting } = list;
  const take = (line: number): number => {
    const amount = waiting[line] ?? 0;
    if (amount === 0) throw new Error(`line ${line} of a list was settled twice`);
    waiting[line] = 0;
    return amount;
  };
  const failed = (data.failed as { line: number }[]).reduce((sum, { line }) => sum + take(line), 0);
  const rest = waiting.flatMap((amount, line) => (amount > 0 ? [line] : []));
  const paid = (data.paid === "rest" ? rest : (data.paid as number[])).reduce((sum, line) => sum + take(line), 0);
  const fund = model.money.funds[tranche - 1] ?? 0;
  model.money.add("locked", { account: payer, tranche, by: -BigInt(paid + failed) });
  model.money.add("free", { account: payer, tranche, by: BigInt(failed) });
  const to = { to: String(data.to), toTranche: Number(data.toTranche) };
  if (failed > 0) carry(model, { holder: payer, fund, tranche, amount: BigInt(failed) }, to);
  if (paid === 0) return;
  model.money.bank(fund, -BigInt(paid));
  bookList(model, { reference: String(data.reference), amount: paid, valueDay: String(data.valueDay) });
}

/** One debit for all that was paid; a statement may have brought it before anybody knew what it was for. */
function bookList({ booked, money }: CycleFacts, line: { reference: string; amount: number; valueDay: string }): void {
  const known = booked.get(line.reference);
  if (known !== undefined) {
    if (known.kind !== "unknownDebit" || known.amount !== line.amount) throw new Error("a list took another's line");
    money.suspense += BigInt(line.amount);
  }
  booked.set(line.reference, { ...line, kind: "batchPayout", side: "debit" });
}

function freeze({ money, frozenAccounts }: CycleFacts, data: Data, isFrozen: boolean): void {
  const target = FreezeTarget.parse(data.target);
  if (target.kind === "tranche") mark(money.frozen, target.tranche, isFrozen);
  if (target.kind === "account") mark(frozenAccounts, target.account, isFrozen);
}

function mark<T>(marked: Set<T>, what: T, isMarked: boolean): void {
  if (isMarked) marked.add(what);
  else marked.delete(what);
}
